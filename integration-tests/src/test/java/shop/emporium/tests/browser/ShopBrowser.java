package shop.emporium.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One Chromium for all tests of the run, and for each test visitors without a past.
 *
 * <p>Register it as a field and ask it for a visitor's page; addresses are relative to {@code
 * test.http}. A test fails, whatever else it looks at, when a page logged an error (a violation of
 * the content security policy is one), threw one, or had a request answered with a failure. Only a
 * page itself may be missing, because that is something to look at.
 */
final class ShopBrowser implements BeforeEachCallback, AfterEachCallback {

  private static final int PATIENCE_MS = 30_000;

  private final List<BrowserContext> visitors = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private final List<Pattern> expected = new ArrayList<>();
  private Chromium chromium;

  @Override
  public void beforeEach(ExtensionContext test) {
    chromium =
        test.getRoot()
            .getStore(ExtensionContext.Namespace.create(ShopBrowser.class))
            .getOrComputeIfAbsent(Chromium.class, key -> new Chromium(), Chromium.class);
  }

  @Override
  public void afterEach(ExtensionContext test) {
    visitors.forEach(BrowserContext::close);
    faults.removeIf(fault -> expected.stream().anyMatch(one -> one.matcher(fault).matches()));
    assertThat(faults).as("What the pages complained about").isEmpty();
  }

  /** The empty page of a new visitor, who wants no motion, so that colours never are on the way. */
  Page visit(Device device) {
    return visit(options(device));
  }

  /** The same in a time zone, such as {@code America/New_York}. */
  Page visitFrom(String zone) {
    return visit(options(Device.PHONE).setTimezoneId(zone));
  }

  /** The same with JavaScript switched off. */
  Page visitWithoutScripts(Device device) {
    return visit(options(device).setJavaScriptEnabled(false));
  }

  /** Something that a page may complain about in this test, such as {@code 401 to POST …}. */
  void expect(String fault) {
    expect(Pattern.compile(Pattern.quote(fault)));
  }

  /** The same for what is not known to the letter. */
  void expect(Pattern fault) {
    expected.add(fault);
  }

  private static Browser.NewContextOptions options(Device device) {
    boolean phone = device == Device.PHONE;
    return new Browser.NewContextOptions()
        .setBaseURL(System.getProperty("test.http"))
        .setViewportSize(device.width(), device.height())
        .setIsMobile(phone)
        .setHasTouch(phone)
        .setLocale("en-GB")
        .setReducedMotion(ReducedMotion.REDUCE);
  }

  private Page visit(Browser.NewContextOptions options) {
    BrowserContext visitor = chromium.browser.newContext(options);
    visitors.add(visitor);
    visitor.setDefaultTimeout(PATIENCE_MS);
    visitor.onConsoleMessage(this::listen);
    visitor.onWebError(error -> faults.add(error.error()));
    visitor.onResponse(this::look);
    return visitor.newPage();
  }

  private void listen(ConsoleMessage message) {
    // That a request failed is told by its answer, with more to go by.
    if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
      faults.add(message.text() + " at " + message.location());
    }
  }

  private void look(Response response) {
    int bad = response.request().isNavigationRequest() ? 500 : 400;
    if (response.status() >= bad) {
      faults.add(response.status() + " to " + response.request().method() + " " + response.url());
    }
  }

  /** The process; JUnit closes it after the last class. */
  private static final class Chromium implements AutoCloseable {

    private final Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(System.getProperty("test.chromium")))
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            // A node's own port in these tests; browsers keep away from it.
                            "--explicitly-allowed-ports=10080",
                            "--disable-gpu",
                            "--disable-quic",
                            "--disable-background-networking")));

    private Chromium() {
      PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    }

    @Override
    public void close() {
      playwright.close();
    }
  }
}
