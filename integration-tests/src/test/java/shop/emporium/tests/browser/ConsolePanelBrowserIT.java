package shop.emporium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the console knows of who is at the other end, and what can be done for them from there. */
@Tag("browser")
class ConsolePanelBrowserIT {

  private static final String SKU = "KST-HAR22";

  /** A cart is looked at every ten seconds. */
  private static final LocatorAssertions.ContainsTextOptions NEXT_LOOK =
      new LocatorAssertions.ContainsTextOptions().setTimeout(25_000);

  @RegisterExtension final ShopBrowser shop = new ShopBrowser();

  private final String email = "panel-" + System.nanoTime() + "@example.com";

  @BeforeEach
  void fillTheShelf() {
    Console.clear();
    Shelf.put(SKU, 100);
  }

  @Test
  void aCustomersCartIsSeenAsItIsAndACouponTakesSomethingOffIt() {
    Page page = Console.customer(shop, email);
    Console.post(page, "/cart/lines", Map.of("sku", SKU, "quantity", 1));
    Page office = Console.open(shop);
    Console.take(office, Console.ask(page, "It came too late"));
    Locator who = office.locator("#who-body");
    assertThat(who.locator(".who__name")).containsText("Jo Doe");
    assertThat(who.locator(".who__name a")).hasText(email);
    assertThat(who.locator(".mini li")).hasCount(1);
    assertThat(who.locator(".who__sum")).containsText("1 item");
    Console.post(page, "/cart/lines", Map.of("sku", SKU, "quantity", 2));
    assertThat(who.locator(".who__sum")).containsText("3 items", NEXT_LOOK);

    office.locator("#answer").fill("I am sorry.");
    who.locator("[data-act=coupon]").click();
    Locator dialog = office.locator("#coupon");
    assertThat(dialog).isVisible();
    AccessibilityBrowserIT.findsNothingInLightAndDark(office);
    // More than an agent may give does not leave the page.
    dialog.locator("#coupon-percent").fill("11");
    dialog.locator("[type=submit]").click();
    assertThat(dialog.locator("#coupon-percent:invalid")).isVisible();
    dialog.locator("#coupon-percent").fill("10");
    dialog.locator("[type=submit]").click();
    assertThat(dialog).isHidden();
    assertThat(office.locator("#answer"))
        .hasValue(Pattern.compile("^I am sorry\\. Here is a coupon .* 10 % off\\.$"));
    String code = code(office.locator("#answer").inputValue());
    assertThat(office.locator("#toasts")).containsText(code);
    assertThat(office.locator("#log .msg--note")).containsText("Coupon " + code + " given: 10 %");
    office.locator("#answer").press("Enter");
    assertThat(page.locator(".msg[data-number]:not(.msg--me)").last()).containsText(code);
    assertThat(page.locator(".chat__log")).not().containsText("given: 10 %");
    takesTenPercentOff(page, code);
    Console.finish(office);
  }

  @Test
  void moneyOfAnOrderIsGivenBackOnceAndNoMoreThanWasPaid() {
    Page page = Console.customer(shop, email);
    String number = OrderBrowserIT.place(page, email);
    Page office = Console.open(shop);
    Console.take(office, Console.ask(page, "It has a scratch"));
    Locator order = office.locator(".who__orders li");
    assertThat(order).hasCount(1);
    assertThat(order.locator(".badge")).hasText("Paid");
    order.locator("button").click();
    Locator dialog = office.locator("#order");
    assertThat(dialog.locator("#order-title")).hasText("Order " + number);
    assertThat(dialog.locator("#order-body")).containsText("1 ×");
    dialog.locator("summary").click();
    AccessibilityBrowserIT.findsNothingInLightAndDark(office);
    shop.expect("409 to POST " + address(office, number));
    giveBack(dialog, "99999.00");
    assertThat(dialog.locator("[role=alert]"))
        .hasText("So much was not paid, or is given back already.");
    assertThat(refunds(number)).isZero();
    shop.expect("400 to POST " + address(office, number));
    giveBack(dialog, "0");
    assertThat(dialog.locator("[role=alert]")).hasText("A field is wrong. Check the amount.");
    // Done, but the answer gets lost: who tries again gives nothing twice.
    office.route("**/refunds", ConsolePanelBrowserIT::lose, new Page.RouteOptions().setTimes(1));
    giveBack(dialog, "1,00");
    assertThat(dialog.locator("[role=alert]"))
        .hasText("That did not work. Try again: nothing is done twice.");
    assertThat(refunds(number)).isEqualTo(100);
    dialog.locator("[type=submit]").click();
    assertThat(dialog).isHidden();
    assertThat(office.locator("#toasts")).hasText("€1.00 of " + number + " is given back.");
    assertThat(refunds(number)).isEqualTo(100);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> json(office, number).contains("\"refunded\":{\"amount\":\"1.00\""));
    assertThat(json(page, "/orders/", number)).contains("\"refunded\":{\"amount\":\"1.00\"");
    assertThat(refunds(number)).isEqualTo(100);

    order.locator("button").click();
    assertThat(dialog.locator("#order-body")).containsText("€1.00 given back");
    assertThat(dialog.locator("#order-body")).containsText("A scratch");
    assertThat(dialog.locator("#refund-amount")).hasValue("");
    assertThat(dialog.locator("[role=alert]")).isHidden();
    dialog.locator("[data-close]").click();
    Console.finish(office);
  }

  @Test
  void anOrderThatComesLateIsNotShownInPlaceOfAnother() {
    Page page = Console.customer(shop, email);
    String late = OrderBrowserIT.place(page, email);
    Console.post(page, "/cart/lines", Map.of("sku", SKU, "quantity", 1));
    String number = OrderBrowserIT.place(page, email);
    Page office = Console.open(shop);
    Console.take(office, Console.ask(page, "Two orders"));
    List<Route> held = new ArrayList<>();
    office.route("**/admin/orders/" + late, held::add);
    Locator dialog = office.locator("#order");
    Locator orders = office.locator(".who__orders button");
    orders.filter(new Locator.FilterOptions().setHasText(late)).click();
    office.waitForCondition(() -> !held.isEmpty());
    dialog.locator("summary").click();
    assertThat(dialog.locator("[type=submit]")).isDisabled();
    dialog.locator("[data-close]").click();
    orders.filter(new Locator.FilterOptions().setHasText(number)).click();
    assertThat(dialog.locator("#order-body")).containsText("2 ×");
    office.waitForResponse("**/admin/orders/" + late, () -> held.get(0).resume());
    // What the answer leads to is done by the next frame.
    office.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))");
    assertThat(dialog.locator("#order-title")).hasText("Order " + number);
    assertThat(dialog.locator("#order-body")).containsText("2 ×");
    assertThat(dialog.locator("[type=submit]")).isEnabled();
    dialog.locator("[data-close]").click();
    Console.finish(office);
  }

  @Test
  void aGuestsCartIsSeenWhileHeIsThere() {
    Page page = shop.visit(Device.PHONE);
    Console.post(page, "/cart/lines", Map.of("sku", SKU, "quantity", 1));
    Page office = Console.open(shop);
    Console.take(office, Console.ask(page, "Does it fit?"));
    Locator who = office.locator("#who-body");
    assertThat(who.locator(".mini li")).hasCount(1);
    Console.post(page, "/cart/lines", Map.of("sku", SKU, "quantity", 2));
    assertThat(who.locator(".who__sum")).containsText("3 items", NEXT_LOOK);
    // Another guest's chat does not show it.
    Page other = shop.visit(Device.DESKTOP);
    Console.take(office, Console.ask(other, "And mine?"));
    assertThat(who.locator(".who__name")).isVisible();
    assertThat(who.locator(".mini li")).hasCount(0);
    Console.finish(office);
  }

  private static void lose(Route route) {
    route.fetch();
    route.abort();
  }

  private static void giveBack(Locator dialog, String amount) {
    dialog.locator("#refund-amount").fill(amount);
    dialog.locator("#refund-why").fill("A scratch");
    dialog.locator("[type=submit]").click();
  }

  /** What goes back, in hundredths. */
  private static int refunds(String number) {
    return Shelf.count(
        "SELECT coalesce(sum(r.amount_minor), 0) FROM refund r JOIN payment p ON p.id = r.payment_id"
            + " WHERE p.order_number = "
            + number.replaceAll("[^0-9]", ""));
  }

  private static String json(Page office, String number) {
    return json(office, "/admin/orders/", number);
  }

  private static String json(Page page, String path, String number) {
    return page.request().get("/api/v1" + path + number).text();
  }

  private static String address(Page office, String number) {
    return office.evaluate("() => location.origin") + "/api/v1/admin/orders/" + number + "/refunds";
  }

  private static String code(String words) {
    Matcher code = Pattern.compile("SORRY-[0-9A-Z]{10}").matcher(words);
    assertThat(code.find()).as(words).isTrue();
    return code.group();
  }

  private static void takesTenPercentOff(Page page, String code) {
    APIResponse answer =
        page.request()
            .post("/api/v1/cart/coupon", RequestOptions.create().setData(Map.of("code", code)));
    assertThat(answer.ok()).as(answer.text()).isTrue();
    assertThat(sum(answer.text(), "discount"))
        .isCloseTo(sum(answer.text(), "items") / 10, within(0.01));
  }

  private static double sum(String json, String of) {
    Matcher amount = Pattern.compile("\"" + of + "\":\\{\"amount\":\"-?([0-9.]+)\"").matcher(json);
    assertThat(amount.find()).as(json).isTrue();
    return Double.parseDouble(amount.group(1));
  }
}
