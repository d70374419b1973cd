package shop.emporium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import shop.emporium.tests.cluster.Shop;

/** Walks from the cart to the order, as people do it, with each card of the demo provider. */
@Tag("browser")
class CheckoutBrowserIT {

  private static final String SKU = "KST-HAR22";
  private static final String PASSWORD = "one two three four";
  private static final String APPROVED = "4242 4242 4242 4242";
  private static final String CHALLENGE = "4000 0000 0000 3220";
  private static final Pattern ORDER = Pattern.compile("/order/EM-[0-9]+");

  @RegisterExtension final ShopBrowser shop = new ShopBrowser();

  @BeforeEach
  void fillTheShelf() {
    Shelf.put(SKU, 100);
  }

  /**
   * Each card with a guest; whether somebody has an account matters to where the way leads only.
   */
  static Stream<Arguments> cardsOnDevices() {
    Stream<Arguments> guests =
        Stream.of(
                List.of(APPROVED, "paid"),
                List.of("4000 0000 0000 0002", "The card was declined"),
                List.of("4000 0000 0000 9995", "does not have enough money"),
                List.of(CHALLENGE, "challenge"),
                List.of("4000 0000 0000 0119", "open"),
                List.of("4000 0000 0000 0077", "open"),
                List.of("4000 0000 0000 0101", "paid"))
            .flatMap(
                card ->
                    Stream.of(Device.values())
                        .map(device -> Arguments.of(card.get(0), card.get(1), device, "guest")));
    Stream<Arguments> members =
        Stream.of(
            Arguments.of(APPROVED, "paid", Device.PHONE, "member"),
            Arguments.of(CHALLENGE, "challenge", Device.PHONE, "member"),
            Arguments.of(APPROVED, "paid", Device.DESKTOP, "member"));
    return Stream.concat(guests, members);
  }

  @ParameterizedTest
  @MethodSource("cardsOnDevices")
  void somebodyPaysByCard(String card, String result, Device device, String visitor) {
    Page page = shop.visit(device);
    boolean isMember = visitor.equals("member");
    if (isMember) {
      signUp(page);
    }
    add(page, 1);
    walk(page, true);
    placeByCard(page, card);
    switch (result) {
      case "paid", "open" -> assertThat(page).hasURL(ORDER);
      case "challenge" -> {
        page.getByRole(AriaRole.BUTTON, named("Confirm|Approve|Yes")).first().click();
        assertThat(page).hasURL(ORDER);
      }
      default -> {
        assertThat(page.getByRole(AriaRole.ALERT)).containsText(result);
        assertThat(page.locator(".hold")).isVisible();
        AccessibilityBrowserIT.findsNothingInLightAndDark(page);
        page.getByLabel("Card", exactly()).check();
        next(page, "Go on to the review");
        placeByCard(page, APPROVED);
        assertThat(page).hasURL(ORDER);
      }
    }
    assertThat(page).hasURL(Pattern.compile(isMember ? "/order/EM-[0-9]+$" : "[?]key="));
    AccessibilityBrowserIT.findsNothingInLightAndDark(page);
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void aMemberTakesUpThePaymentFromTheOrder(Device device) {
    Page page = shop.visit(device);
    signUp(page);
    add(page, 1);
    walk(page, false);
    page.getByRole(AriaRole.BUTTON, named("^Place order and pay")).click();
    assertThat(page.locator("#cardNumber")).isVisible();
    page.navigate("/account/orders");
    page.locator(".order-card a").click();
    AccessibilityBrowserIT.findsNothingInLightAndDark(page);
    page.getByRole(AriaRole.LINK, named("^Go on to the payment$")).click();
    payByCard(page, APPROVED);
    assertThat(page).hasURL(Pattern.compile("/order/EM-[0-9]+$"));
    assertThat(page.locator("main h1")).hasText("Thank you! It is paid");
    assertThat(page.getByRole(AriaRole.LINK, named("^Go on to the payment$"))).hasCount(0);
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void aMemberPaysByTransferToTheAddressOfTheBook(Device device) {
    Page page = shop.visit(device);
    String email = signUp(page);
    post(
        page,
        "/me/addresses",
        Map.of(
            "name",
            "Jo Doe",
            "line1",
            "Torstraße 1",
            "city",
            "Berlin",
            "postalCode",
            "10119",
            "country",
            "DE"));
    add(page, 2);
    page.navigate("/cart");
    page.getByRole(AriaRole.LINK, named("Go to checkout")).click();
    assertThat(Forms.field(page, "E-mail address")).hasValue(email);
    assertThat(Forms.field(page, "Street and number")).hasValue("Torstraße 1");
    next(page, "Go on to delivery");
    page.getByLabel("Express", exactly()).check();
    next(page, "Go on to payment");
    page.getByLabel("Bank transfer", exactly()).check();
    next(page, "Go on to the review");
    assertThat(page.locator(".review-lines").first()).containsText("10119 Berlin");
    assertThat(page.locator(".review-lines").first()).containsText("Express");
    AccessibilityBrowserIT.findsNothingInLightAndDark(page);
    page.getByRole(AriaRole.BUTTON, named("^Place order, .* by transfer$")).click();
    assertThat(page).hasURL(Pattern.compile("/order/EM-[0-9]+$"));
    AccessibilityBrowserIT.findsNothingInLightAndDark(page);
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void theSameWithoutScripts(Device device) {
    Page page = shop.visitWithoutScripts(device);
    add(page, 1);
    walk(page, false);
    placeByCard(page, APPROVED);
    assertThat(page).hasURL(ORDER);
  }

  @Test
  void whatIsWrongStandsBesideItsFieldAndWhatWasTypedIsKept() {
    Page page = shop.visit(Device.PHONE);
    add(page, 1);
    page.navigate("/checkout");
    fillAddress(page, "1011");
    next(page, "Go on to delivery");
    assertThat(page.locator("#postalCode-fault")).containsText("10115");
    assertThat(Forms.field(page, "Postal code")).hasValue("1011");
    assertThat(Forms.field(page, "Street and number")).hasValue("Linienstraße 42");
    assertThat(page.getByRole(AriaRole.ALERT)).isFocused();
    fillAddress(page, "10115");
    next(page, "Go on to delivery");
    assertThat(page).hasURL(Pattern.compile("step=delivery"));
  }

  @Test
  void aDoubleClickIsOneOrder() {
    Page page = shop.visit(Device.DESKTOP);
    add(page, 1);
    walk(page, true);
    int before = orders();
    page.getByRole(AriaRole.BUTTON, named("^Place order and pay")).dblclick();
    page.waitForURL(url -> !url.contains("/checkout?"));
    assertThat(orders() - before).isEqualTo(1);
  }

  @Test
  void whatIsHeldCountsDownInWords() {
    Page page = shop.visit(Device.DESKTOP);
    add(page, 1);
    walk(page, true);
    assertThat(page.locator(".hold b")).hasText(Pattern.compile("1[0-9]:[0-9]{2}"));
    String first = page.locator(".hold b").innerText();
    assertThat(page.locator(".hold b")).not().hasText(first);
    Page plain = shop.visitWithoutScripts(Device.DESKTOP);
    add(plain, 1);
    walk(plain, false);
    assertThat(plain.locator(".hold")).containsText("Held for you until");
  }

  @Test
  void fewerThanWantedIsSaidAndMendedByAPress() {
    Page page = shop.visit(Device.PHONE);
    add(page, 3);
    Shop.endHolds();
    Shelf.put(SKU, 2);
    page.navigate("/checkout");
    fillAddress(page, "10115");
    next(page, "Go on to delivery");
    next(page, "Go on to payment");
    assertThat(page.locator("main")).containsText("only 2 left, and your cart holds 3");
    AccessibilityBrowserIT.findsNothingInLightAndDark(page);
    page.getByRole(AriaRole.BUTTON, named("Take what is left")).click();
    assertThat(page.locator("main")).containsText("only 2 left: your 3 became 2");
  }

  @Test
  void aCodeIsTypedAndTakenAway() {
    Page page = shop.visit(Device.PHONE);
    Shelf.run(
        "INSERT INTO coupon (code, kind, percent, currency) VALUES ('BROWSER10', 'PERCENT', 10, 'EUR') ON CONFLICT DO NOTHING");
    add(page, 1);
    page.navigate("/cart");
    Forms.field(page, "Coupon or gift card").fill("nothing");
    Forms.button(page, "Apply").click();
    assertThat(page.getByRole(AriaRole.ALERT)).isInViewport();
    assertThat(page.locator("#coupon-fault")).containsText("We know no such code");
    assertThat(Forms.field(page, "Coupon or gift card")).hasValue("nothing");
    AccessibilityBrowserIT.findsNothingInLightAndDark(page);
    Forms.field(page, "Coupon or gift card").fill("browser10");
    Forms.button(page, "Apply").click();
    assertThat(page).hasURL(Pattern.compile("/cart#codes$"));
    assertThat(page.locator(".coupon-on")).containsText("BROWSER10");
    assertThat(page.locator(".totals .good")).containsText("−€");
    page.getByRole(AriaRole.BUTTON, named("Remove BROWSER10")).click();
    assertThat(page.locator(".coupon-on")).hasCount(0);
  }

  /** From the cart to the review, where each step is looked at by axe once with scripts. */
  private static void walk(Page page, boolean hasScripts) {
    page.navigate("/cart");
    page.getByRole(AriaRole.LINK, named("Go to checkout")).click();
    fillAddress(page, "10115");
    next(page, "Go on to delivery");
    next(page, "Go on to payment");
    next(page, "Go on to the review");
    assertThat(page.locator(".review-lines").first()).containsText("Linienstraße 42, 10115 Berlin");
    if (hasScripts) {
      AccessibilityBrowserIT.findsNothingInLightAndDark(page);
    }
  }

  private static void fillAddress(Page page, String postalCode) {
    Forms.field(page, "E-mail address").fill("jo@mail.example");
    Forms.field(page, "Name").fill("Jo Doe");
    Forms.field(page, "Street and number").fill("Linienstraße 42");
    Forms.field(page, "Postal code").fill(postalCode);
    Forms.field(page, "City").fill("Berlin");
  }

  private static void next(Page page, String button) {
    Forms.button(page, button).click();
  }

  /** At the provider's own page, where the number of the card is typed. */
  private static void placeByCard(Page page, String card) {
    page.getByRole(AriaRole.BUTTON, named("^Place order and pay")).click();
    payByCard(page, card);
  }

  private static void payByCard(Page page, String card) {
    Locator number = page.locator("#cardNumber");
    number.fill(card);
    page.locator("#cardExpiry").fill("12/40");
    page.locator("#cardCode").fill("123");
    page.locator("main form button.btn--primary").click();
  }

  /** A customer with an account of his own, signed in; returns his address. */
  private static String signUp(Page page) {
    String email = "till-" + System.nanoTime() + "@example.com";
    post(page, "/customers", Map.of("email", email, "password", PASSWORD, "name", "Jo Doe"));
    post(page, "/session", Map.of("email", email, "password", PASSWORD));
    return email;
  }

  private static int orders() {
    return Shelf.count("SELECT count(*) FROM shop_order");
  }

  private static void add(Page page, int quantity) {
    post(page, "/cart/lines", Map.of("sku", SKU, "quantity", quantity));
  }

  private static void post(Page page, String path, Map<String, Object> body) {
    APIResponse answer =
        page.request().post("/api/v1" + path, RequestOptions.create().setData(body));
    assertThat(answer.ok()).as("%s: %s", path, answer.text()).isTrue();
  }

  private static Page.GetByRoleOptions named(String pattern) {
    return new Page.GetByRoleOptions().setName(Pattern.compile(pattern));
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }
}
