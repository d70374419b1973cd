package shop.emporium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The demo provider's page, where made-up cards are typed. */
@Tag("browser")
class DemoPayBrowserIT {

  private static final String OF_NO_ORDER =
      "SELECT d.id FROM demo_payment d WHERE NOT EXISTS (SELECT 1 FROM payment p WHERE p.reference = d.reference)";

  @RegisterExtension final ShopBrowser shop = new ShopBrowser();

  /** Money that no order wants would be a promise broken to whoever counts it afterwards. */
  @AfterAll
  static void forget() {
    Shelf.run("DELETE FROM demo_notice WHERE payment_id IN (" + OF_NO_ORDER + ")");
    Shelf.run("DELETE FROM demo_payment WHERE id IN (" + OF_NO_ORDER + ")");
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void axeFindsNothing(Device device) {
    Page page = shop.visit(device);
    page.navigate("/de/demo-pay/" + payment("OPEN"));
    AccessibilityBrowserIT.findsNothingInLightAndDark(page);
    page.navigate("/demo-pay/" + payment("CHALLENGE"));
    AccessibilityBrowserIT.findsNothingInLightAndDark(page);
    page.navigate("/demo-pay/" + payment("APPROVED"));
    AccessibilityBrowserIT.findsNothingInLightAndDark(page);
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void theBankAsksBeforeItPays(Device device) {
    Page page = shop.visitWithoutScripts(device);
    page.navigate("/demo-pay/" + payment("OPEN"));
    assertThat(page.locator(".entry")).containsText("€16.90");
    pay(page, "4000 0000 0000 3220", "12/99");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Yes, it is me")).click();
    assertThat(page.locator(".entry")).containsText("This payment is approved.");
  }

  @Test
  void aCardThatIsMistypedIsTypedAgain() {
    Page page = shop.visit(Device.PHONE);
    page.navigate("/demo-pay/" + payment("OPEN"));
    pay(page, "4242 4242 4242 4243", "12/99");
    assertThat(page.locator("#cardNumber-fault")).containsText("a digit is wrong");
    assertThat(page.locator("#cardNumber")).hasValue("");
    pay(page, "4242 4242 4242 4242", "01/20");
    assertThat(page.locator("#cardExpiry-fault")).containsText("not valid any more");
    pay(page, "lamp", "soon");
    assertThat(page.locator("#cardNumber-fault")).containsText("digits of the card");
    assertThat(page.content()).doesNotContain("4243");
    pay(page, "4000 0000 0000 9995", "12/99");
    assertThat(page.locator(".entry")).containsText("This payment was declined.");
  }

  @Test
  void aPageThatNobodyOpenedIsNotFound() {
    Page page = shop.visit(Device.DESKTOP);
    assertThat(page.navigate("/demo-pay/dp_" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(page).hasTitle(Pattern.compile(".+"));
  }

  private static void pay(Page page, String number, String expiry) {
    page.fill("#cardNumber", number);
    page.fill("#cardExpiry", expiry);
    page.fill("#cardCode", "123");
    page.locator("#demo-card-form button").click();
  }

  /** A payment that the provider has, as if a shop had asked for it. */
  static String payment(String status) {
    String id = "dp_" + UUID.randomUUID();
    Shelf.run(
        "INSERT INTO demo_payment (id, reference, label, currency, amount_minor, status) VALUES ('"
            + id
            + "', gen_random_uuid(), 'EM-100001', 'EUR', 1690, '"
            + status
            + "')");
    return id;
  }
}
