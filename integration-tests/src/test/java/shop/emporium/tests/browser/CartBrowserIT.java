package shop.emporium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A cart's page: what is saved for later, and what it says after a guest has signed in. */
@Tag("browser")
class CartBrowserIT {

  private static final String SHOE = "KST-AST2-EMB-42";
  private static final String OTHER = "KST-HAR22";
  private static final String PASSWORD = "one two three four";

  @RegisterExtension final ShopBrowser shop = new ShopBrowser();

  @ParameterizedTest
  @EnumSource(Device.class)
  void aLineIsSavedForLaterAndMovedBack(Device device) {
    savesAndMovesBack(shop.visit(device));
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void theSameWithoutScripts(Device device) {
    savesAndMovesBack(shop.visitWithoutScripts(device));
  }

  private static void savesAndMovesBack(Page page) {
    add(page, SHOE, 2);
    add(page, OTHER, 1);
    page.navigate("/cart");
    lines(page).first().getByRole(AriaRole.BUTTON, named("^Save for later")).click();
    assertThat(page.getByText("is saved for later.")).isVisible();
    assertThat(lines(page)).hasCount(1);
    assertThat(saved(page)).hasCount(1);
    assertThat(saved(page)).containsText("Ember, 42 · 2 pieces");
    assertThat(page.getByRole(AriaRole.HEADING, exactly("Saved for later"))).isVisible();

    saved(page).getByRole(AriaRole.BUTTON, named("^Move to cart")).click();
    assertThat(lines(page)).hasCount(2);
    assertThat(saved(page)).hasCount(0);

    lines(page).last().getByRole(AriaRole.BUTTON, named("^Save for later")).click();
    saved(page).getByRole(AriaRole.BUTTON, named("^Remove")).click();
    assertThat(page.getByText("is no longer saved for later.")).isVisible();
    assertThat(lines(page)).hasCount(1);
    assertThat(saved(page)).hasCount(0);
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void whatAMergeDidIsSaidUntilItIsRead(Device device) {
    Page page = shop.visit(device);
    String email = "cart-" + System.nanoTime() + "@example.com";
    send(page, "/api/v1/customers", Map.of("email", email, "password", PASSWORD, "name", "Jo"));
    signIn(page, email);
    add(page, SHOE, 1);
    assertThat(page.request().delete("/api/v1/session").ok()).isTrue();
    add(page, SHOE, 2);
    add(page, OTHER, 1);
    signIn(page, email);

    page.navigate("/cart");
    Locator news = page.locator(".notice--news");
    assertThat(news).containsText("your cart from before had 1, so together there are 3");
    assertThat(news).containsText("One thing was in your cart from before");
    assertThat(lines(page)).hasCount(2);
    lines(page).last().getByRole(AriaRole.BUTTON, named("^Save for later")).click();
    assertThat(saved(page)).hasCount(1);
    AccessibilityBrowserIT.findsNothingInLightAndDark(page);

    assertThat(news).isVisible();
    news.getByRole(AriaRole.BUTTON, named("^Got it$")).click();
    assertThat(news).hasCount(0);
    assertThat(lines(page)).hasCount(1);
  }

  private static void signIn(Page page, String email) {
    send(page, "/api/v1/session", Map.of("email", email, "password", PASSWORD));
  }

  private static void add(Page page, String sku, int quantity) {
    send(page, "/api/v1/cart/lines", Map.of("sku", sku, "quantity", quantity));
  }

  private static void send(Page page, String path, Map<String, Object> body) {
    APIResponse answer = page.request().post(path, RequestOptions.create().setData(body));
    assertThat(answer.ok()).as(answer.text()).isTrue();
  }

  private static Locator lines(Page page) {
    return page.locator(".line");
  }

  private static Locator saved(Page page) {
    return page.locator(".saved > li");
  }

  private static Locator.GetByRoleOptions named(String pattern) {
    return new Locator.GetByRoleOptions().setName(Pattern.compile(pattern));
  }

  private static Page.GetByRoleOptions exactly(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
