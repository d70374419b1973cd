package shop.emporium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shop.emporium.tests.purchase.Purchases;

/** Reviews as people write, read and decide about them. */
@Tag("browser")
class ReviewBrowserIT {

  private static final String PASSWORD = "correct horse battery";
  private static final String SLUG = "aster-2-trail-running-shoe";
  private static final String PRODUCT = "/product/" + SLUG;

  @RegisterExtension final ShopBrowser shop = new ShopBrowser();

  private final String email = "review" + System.nanoTime() + "@example.com";

  @AfterEach
  void forget() {
    sql("DELETE FROM review");
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void aReviewIsWrittenReadByTheShopAndSeenByEverybody(Device device) {
    Page page = customer(device);
    sql(Purchases.ofCustomer(email, SLUG, "DELIVERED"));
    page.navigate(PRODUCT);
    page.locator("a", text("Write a review")).click();
    assertThat(page).hasURL(Pattern.compile("/review/" + SLUG));
    AccessibilityBrowserIT.findsNothingInLightAndDark(page);
    Forms.button(page, "Send the review").click();
    assertThat(page.locator("[data-faults] li")).hasCount(3);
    AccessibilityBrowserIT.findsNothingInLightAndDark(page);
    page.getByText("Good", new Page.GetByTextOptions().setExact(true)).click();
    page.locator("#title").fill("Light & grippy");
    page.locator("#text").fill("Two months in the wet.\n\nStill <b>good</b>.");
    assertThat(page.locator("#shownName")).hasValue("Jo D.");
    Forms.button(page, "Send the review").click();
    assertThat(page.locator(".notice--good")).containsText("We read each review");

    page.navigate("/account/reviews");
    assertThat(page.locator(".own-reviews .badge")).hasText("Waits to be read");
    AccessibilityBrowserIT.findsNothingInLightAndDark(page);
    fits(page);

    Page office = staff(device);
    office.navigate("/admin/reviews");
    AccessibilityBrowserIT.findsNothingInLightAndDark(office);
    fits(office);
    Locator waiting = office.locator(".own-reviews li", in(office, "Light & grippy"));
    waiting.locator("button", button("Show it")).first().click();
    assertThat(office.locator(".notice--good")).containsText("on the page of the product");

    Page reader = shop.visit(device);
    reader.navigate(PRODUCT);
    // A page is two seconds old at most.
    for (int look = 0; look < 20 && reader.locator(".review").count() == 0; look++) {
      reader.waitForTimeout(200);
      reader.reload();
    }
    assertThat(reader.locator(".review h4")).hasText("Light & grippy");
    assertThat(reader.locator(".review__text")).containsText("Still <b>good</b>.");
    assertThat(reader.locator(".histogram a").nth(1)).containsText("1");
    AccessibilityBrowserIT.findsNothingInLightAndDark(reader);
    fits(reader);
    reader.locator(".histogram a").nth(1).click();
    assertThat(reader).hasURL(Pattern.compile("stars=4"));
    assertThat(reader.locator(".reviews__only")).containsText("4 stars");
    reader.locator(".reviews__orders a", text("Most helpful")).click();
    assertThat(reader).hasURL(Pattern.compile("stars=4&sort=helpful"));
    assertThat(reader.locator(".review")).hasCount(1);
  }

  @Test
  void whatIsNotShownTellsItsWriterWhyAndCanBeWrittenAgain() {
    Page page = shop.visitWithoutScripts(Device.PHONE);
    register(page);
    sql(Purchases.ofCustomer(email, SLUG, "SHIPPED"));
    write(page, 2, "Too small");
    Page office = staff(Device.DESKTOP);
    office.navigate("/admin/reviews");
    Locator waiting = office.locator(".own-reviews li", in(office, "Too small"));
    waiting.locator("summary").click();
    waiting.locator("button", button("Do not show it, and say why")).click();
    assertThat(office.locator("[role=alert]")).containsText("Say why");
    office.locator("#why").fill("Please leave out the name of the courier.");
    office.locator("button", text("Do not show it, and say why")).first().click();
    assertThat(office.locator(".notice--good")).containsText("The review is not shown");

    page.navigate("/account/reviews");
    assertThat(page.locator(".own-reviews")).containsText("leave out the name of the courier");
    page.locator(".own-reviews a", text("Change or delete")).click();
    assertThat(page.locator(".notice--warn")).containsText("leave out the name of the courier");
    page.locator("#title").fill("Too small for me");
    Forms.button(page, "Send it again").click();
    assertThat(page.locator(".notice--good")).containsText("once more");
    page.locator("summary", text("Delete the review")).click();
    Forms.button(page, "Delete for good").click();
    assertThat(page.locator(".notice--good")).containsText("deleted");
    assertThat(page.locator(".empty")).isVisible();
  }

  @Test
  void whoHasNotBoughtItIsToldSoAndGuestsSignInFirst() {
    Page guest = shop.visit(Device.PHONE);
    guest.navigate("/review/" + SLUG);
    assertThat(guest).hasURL(Pattern.compile("/login[?]next="));
    Page page = customer(Device.PHONE);
    page.navigate("/review/" + SLUG);
    assertThat(page.locator(".notice--warn")).containsText("what you bought here");
    AccessibilityBrowserIT.findsNothingInLightAndDark(page);
    assertThat(page.navigate("/review/none").status()).isEqualTo(404);
    assertThat(page.navigate("/admin/reviews").status()).isEqualTo(404);
  }

  private void write(Page page, int stars, String title) {
    page.navigate("/review/" + SLUG);
    page.locator("input[name=stars][value='" + stars + "']").check();
    page.locator("#title").fill(title);
    page.locator("#text").fill("As I say.");
    Forms.button(page, "Send the review").click();
    assertThat(page.locator(".notice--good")).isVisible();
  }

  /** Nothing scrolls sideways. */
  private static void fits(Page page) {
    assertThat(
            (Boolean)
                page.evaluate(
                    "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
        .as("%s fits", page.url())
        .isTrue();
  }

  private Page customer(Device device) {
    Page page = shop.visit(device);
    register(page);
    return page;
  }

  private void register(Page page) {
    post(page, "/customers", Map.of("email", email, "password", PASSWORD, "name", "Jo Doe"));
    post(page, "/session", Map.of("email", email, "password", PASSWORD));
  }

  private Page staff(Device device) {
    Page page = shop.visit(device);
    post(page, "/session", Map.of("email", "agent@example.com", "password", "Demo-store-2026!"));
    return page;
  }

  private static void post(Page page, String path, Map<String, String> body) {
    APIResponse answer =
        page.request().post("/api/v1" + path, RequestOptions.create().setData(body));
    assertThat(answer.ok()).as(answer.text()).isTrue();
  }

  private static Page.LocatorOptions text(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private static Page.LocatorOptions in(Page page, String text) {
    return new Page.LocatorOptions().setHas(page.getByText(text));
  }

  private static Locator.LocatorOptions button(String text) {
    return new Locator.LocatorOptions().setHasText(text);
  }

  private static void sql(String statement) {
    try (Connection connection =
            DriverManager.getConnection(
                System.getProperty("test.db.url"), "emporium", databasePassword());
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  private static String databasePassword() {
    String name = "STORE_EMBEDDED_DB_PASSWORD=";
    try {
      return Files.readAllLines(Path.of(System.getProperty("test.store"), "secrets.env")).stream()
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(name.length()))
          .collect(Collectors.joining());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
