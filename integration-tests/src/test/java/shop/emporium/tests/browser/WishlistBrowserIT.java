package shop.emporium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wishes as people make them: hearts, lists, links for others, and mails about what is back. */
@Tag("browser")
class WishlistBrowserIT {

  private static final String PASSWORD = "correct horse battery";
  private static final String SHOE = "Aster 2 Trail Running Shoe";

  @RegisterExtension final ShopBrowser shop = new ShopBrowser();

  private final String email = "wish+" + System.nanoTime() + "@example.com";

  @ParameterizedTest(name = "with scripts: {0}")
  @ValueSource(booleans = {true, false})
  void aGuestsWishIsKeptWhileTheGuestSignsIn(boolean scripts) {
    Page page = scripts ? shop.visit(Device.PHONE) : shop.visitWithoutScripts(Device.DESKTOP);
    register(page);
    page.navigate("/category/outdoor-sport");
    heart(page, SHOE).click();
    assertThat(page).hasURL(Pattern.compile("/login[?]next="));
    signIn(page);
    assertThat(page).hasURL(Pattern.compile("/account/wishlist[?]added="));
    assertThat(page.locator(".notices")).containsText("“" + SHOE + "” is on your wishlist.");
    assertThat(page.locator(".wishes .line")).hasCount(1);
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void aHeartIsPressedAndTakenBackInPlace(Device device) {
    Page page = customer(device);
    page.navigate("/category/outdoor-sport");
    Locator heart = heart(page, SHOE);
    assertThat(heart).hasAttribute("aria-pressed", "false");
    heart.click();
    assertThat(heart).hasAttribute("aria-pressed", "true");
    assertThat(page.locator("[data-wish-count]")).hasText("1");
    assertThat(page.locator(".toast")).containsText("On your wishlist");
    page.reload();
    assertThat(heart).hasAttribute("aria-pressed", "true");
    heart.click();
    assertThat(heart).hasAttribute("aria-pressed", "false");
    assertThat(page.locator(".toast")).containsText("Off your wishlist");
    page.locator(".toast button").click();
    assertThat(heart).hasAttribute("aria-pressed", "true");
    assertThat(page).hasURL(Pattern.compile("/category/outdoor-sport$"));
  }

  @Test
  void theHeartOfAProductsPageMeansTheChosenVariant() {
    Page page = customer(Device.DESKTOP);
    page.navigate("/product/aster-2-trail-running-shoe?variant=KST-AST2-EMB-42");
    Locator heart = page.locator("[data-wish-chosen]");
    // Pressed before the page knows who it is, it leads to the list, as it does without scripts.
    assertThat(heart).hasAttribute("aria-pressed", "false");
    heart.click();
    assertThat(heart).hasAttribute("aria-pressed", "true");
    page.locator(".option-chip", text("43")).click();
    assertThat(heart).hasAttribute("aria-pressed", "false");
    page.locator(".option-chip", text("42")).click();
    assertThat(heart).hasAttribute("aria-pressed", "true");
    page.navigate("/account/wishlist");
    assertThat(page.locator(".wishes .line")).containsText("Ember, 42");
  }

  @Test
  void withoutScriptsTheHeartOfAProductsPageTakesTheChosenOptions() {
    Page page = shop.visitWithoutScripts(Device.DESKTOP);
    register(page);
    page.navigate("/login");
    signIn(page);
    page.navigate("/product/aster-2-trail-running-shoe?variant=KST-AST2-EMB-43");
    page.locator("[data-wish-chosen]").click();
    assertThat(page.locator(".wishes .line")).containsText("Ember, 43");
  }

  @ParameterizedTest(name = "with scripts: {0}")
  @ValueSource(booleans = {true, false})
  void listsAreMadeFilledSharedAndMovedToTheCart(boolean scripts) {
    Page page = scripts ? shop.visit(Device.DESKTOP) : shop.visitWithoutScripts(Device.PHONE);
    register(page);
    page.navigate("/login");
    signIn(page);
    page.navigate("/account/wishlist");
    assertThat(page.locator(".empty")).containsText("Nothing on this list yet");
    for (String sku : new String[] {"KST-AST2-EMB-42", "KST-HAR22", "BRV-PSD"}) {
      assertThat(page.request().put("/api/v1/wishlist/" + sku).ok()).isTrue();
    }
    page.locator("summary", text("New list")).click();
    page.getByLabel("Name of the list").first().fill("<b>Birthday</b>");
    button(page, "Make this list").click();
    assertThat(heading(page)).hasText("<b>Birthday</b>");

    page.locator(".wish-lists .chip").first().click();
    Locator pack = page.locator(".wishes .line", text("Harrier"));
    pack.locator("summary").click();
    pack.locator("form.fold__row button").click();
    assertThat(page.locator(".notice")).containsText("It is on the other list now.");
    assertThat(page.locator(".wishes .line")).hasCount(2);

    page.locator(".wishes .line", text(SHOE))
        .locator("button", new Locator.LocatorOptions().setHasText("Remove"))
        .click();
    assertThat(page.locator(".notices")).containsText("is off this list");
    button(page, "Undo").click();
    assertThat(page.locator(".wishes .line")).hasCount(2);

    button(page, "Make a link").click();
    String link = page.locator("#link").inputValue();
    Page other = scripts ? shop.visitWithoutScripts(Device.PHONE) : shop.visit(Device.DESKTOP);
    other.navigate(link);
    assertThat(heading(other)).hasText("My wishlist");
    assertThat(other.locator(".page-head")).containsText("A wishlist of Jo");
    assertThat(other.locator(".wishes .line")).hasCount(2);
    assertThat(other.content()).doesNotContain("Doe").doesNotContain(email);
    button(page, "Stop sharing").click();
    assertThat(other.navigate(link).status()).isEqualTo(404);

    button(page, "Add all to cart").click();
    assertThat(page.locator(".notices")).containsText("One wish is in your cart now.");
    assertThat(page.locator(".notices")).containsText("One wish stays here");
    assertThat(page.locator(".wishes .line")).hasCount(1);
    assertThat(page.locator(".wishes .line")).containsText("Sold out");
    page.navigate("/cart");
    assertThat(page.locator(".line")).containsText(SHOE);

    page.navigate("/account/wishlist");
    page.locator(".wish-lists .chip", text("Birthday")).click();
    page.locator("summary", text("Delete this list")).click();
    button(page, "Delete this list").click();
    assertThat(page.locator(".notice")).containsText("The list is deleted.");
    assertThat(page.locator(".wish-lists .chip")).hasCount(1);
  }

  @ParameterizedTest(name = "with scripts: {0}")
  @ValueSource(booleans = {true, false})
  void aGuestIsToldWhenItIsBack(boolean scripts) {
    Page page = scripts ? shop.visit(Device.DESKTOP) : shop.visitWithoutScripts(Device.PHONE);
    stock("BRV-PSD", 0);
    try {
      page.navigate("/product/parlour-snare-drum");
      page.getByLabel("Your e-mail address").fill(email);
      button(page, "Tell me").click();
      assertThat(page.locator(".notice--good")).containsText("Look into your mailbox");
      page.navigate(Mailbox.link(page, email, "Shall we tell you when it is back?"));
      button(page, "Yes, tell me").click();
      assertThat(page.locator(".notice--good")).containsText("We write to you when it is back.");
      stock("BRV-PSD", 3);
      page.navigate(Mailbox.link(page, email, "It is back in stock"));
      assertThat(heading(page)).hasText("Parlour Snare Drum");
    } finally {
      stock("BRV-PSD", 0);
    }
  }

  @Test
  void aSoldOutOptionCanBeChosenAndWaitedFor() {
    Page page = customer(Device.DESKTOP);
    page.navigate("/product/aster-2-trail-running-shoe?variant=KST-AST2-LIL-42");
    Locator tell = page.locator("[data-tell]");
    assertThat(tell).isHidden();
    page.locator(".option-chip", text("41")).click();
    assertThat(tell).isVisible();
    assertThat(page.locator("#tell-email")).isHidden();
    tell.locator("button").click();
    assertThat(tell.locator("[role=status]")).containsText("Look into your mailbox");
    page.locator(".option-chip", text("42")).click();
    assertThat(tell).isHidden();
  }

  private static void stock(String sku, int pieces) {
    try (Connection connection =
            DriverManager.getConnection(
                System.getProperty("test.db.url"), "emporium", databasePassword());
        Statement statement = connection.createStatement()) {
      statement.execute(
          "UPDATE product_variant SET available = %d WHERE sku = '%s'".formatted(pieces, sku));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
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

  private Page customer(Device device) {
    Page page = shop.visit(device);
    register(page);
    APIResponse answer =
        page.request()
            .post(
                "/api/v1/session",
                RequestOptions.create().setData(Map.of("email", email, "password", PASSWORD)));
    assertThat(answer.ok()).as(answer.text()).isTrue();
    return page;
  }

  private void register(Page page) {
    APIResponse answer =
        page.request()
            .post(
                "/api/v1/customers",
                RequestOptions.create()
                    .setData(Map.of("email", email, "password", PASSWORD, "name", "Jo Doe")));
    assertThat(answer.ok()).as(answer.text()).isTrue();
  }

  private void signIn(Page page) {
    page.getByLabel("E-mail address", new Page.GetByLabelOptions().setExact(true)).fill(email);
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
    button(page, "Sign in").click();
  }

  private static Locator heart(Page page, String product) {
    return page.getByRole(
        AriaRole.BUTTON,
        new Page.GetByRoleOptions().setName("Wishlist: " + product).setExact(true));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.MAIN)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator heading(Page page) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
  }

  private static Page.LocatorOptions text(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}
