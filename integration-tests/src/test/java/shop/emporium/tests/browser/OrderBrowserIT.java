package shop.emporium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Orders as people see them: where they are, what they cost, and what can still be done. */
@Tag("browser")
class OrderBrowserIT {

  private static final String SKU = "KST-HAR22";
  private static final String PASSWORD = "one two three four";
  private static final Pattern NUMBER = Pattern.compile("\"number\":\"(EM-[0-9]+)\"");

  @RegisterExtension final ShopBrowser shop = new ShopBrowser();

  private final String email = "order-" + System.nanoTime() + "@example.com";

  @BeforeEach
  void fillTheShelf() {
    Shelf.put(SKU, 100);
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void anOrderIsFollowedToTheDoorAndSentBack(Device device) {
    Page page = shop.visit(device);
    String number = member(page);
    page.navigate("/order/" + number);
    assertThat(heading(page)).hasText("Thank you! It is paid");
    assertThat(page.locator(".timeline .is-now")).hasText(Pattern.compile("Paid"));
    assertThat(page.locator(".order-lines a", text("Write a review"))).hasCount(0);
    assertThat(page.locator(".order__side")).containsText("Paid by card.");
    AccessibilityBrowserIT.findsNothingInLightAndDark(page);

    Page desk = agent();
    post(desk, "/admin/orders/" + number + "/parcels", Map.of());
    assertThat(heading(page)).hasText("Packed and ready to go");
    assertThat(Forms.button(page, "Yes, cancel it")).hasCount(0);
    String parcel = parcel(desk, number);
    post(
        desk,
        "/admin/orders/" + number + "/parcels/" + parcel + "/ship",
        Map.of("carrier", "Postbird", "tracking", "PB 4471"));
    assertThat(heading(page)).hasText("On its way to you");
    assertThat(page.locator(".parcel")).containsText("PB 4471");
    assertThat(page.locator(".order-lines a", text("Write a review")))
        .hasAttribute("href", Pattern.compile("^/review/[a-z0-9-]+$"));
    post(desk, "/admin/orders/" + number + "/parcels/" + parcel + "/deliver", Map.of());
    assertThat(heading(page)).hasText("It has arrived");
    AccessibilityBrowserIT.findsNothingInLightAndDark(page);

    page.locator(".crumbs a", text("Orders")).click();
    page.locator(".order-card a").click();
    page.locator("select[name=pieces-1]").selectOption("1");
    page.locator("select[name=reason]").selectOption("damaged");
    Forms.button(page, "Ask for this return").click();
    assertThat(page.locator(".notice--good")).containsText("We have noted your return");
    assertThat(page.locator("#order")).containsText("Return asked for");

    page.navigate("/account/orders");
    assertThat(page.locator(".order-card")).hasCount(1);
    assertThat(page.locator(".order-card")).containsText("Delivered");
    AccessibilityBrowserIT.findsNothingInLightAndDark(page);
    page.locator("#find").fill("no such thing");
    Forms.button(page, "Show").click();
    assertThat(page.locator(".empty")).containsText("No order is like that");
    page.locator("#find").fill(number);
    Forms.button(page, "Show").click();
    page.locator(".order-card a").click();
    assertThat(page).hasURL(Pattern.compile("/order/" + number + "$"));
    Forms.button(page, "Order these again").click();
    assertThat(page).hasURL(Pattern.compile("/cart$"));
    assertThat(page.locator(".line")).hasCount(1);
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void aGuestFindsTheOrderByItsNumberAndCancelsIt(Device device) {
    Page page = device == Device.PHONE ? shop.visitWithoutScripts(device) : shop.visit(device);
    String number = place(page, email);
    page.context().clearCookies();
    page.navigate("/track");
    if (device == Device.DESKTOP) {
      AccessibilityBrowserIT.findsNothingInLightAndDark(page);
    }
    Forms.field(page, "Number of the order").fill(number);
    Forms.field(page, "E-mail address").fill("somebody@example.com");
    Forms.button(page, "Find my order").click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("There is no order with this number");
    Forms.field(page, "E-mail address").fill(email);
    Forms.button(page, "Find my order").click();
    assertThat(page).hasURL(Pattern.compile("/order/" + number + "[?]key="));
    assertThat(heading(page)).hasText("Thank you! It is paid");
    APIResponse invoice =
        page.request().get(page.locator("a", text("Invoice")).first().getAttribute("href"));
    assertThat(invoice.headers().get("content-type")).isEqualTo("application/pdf");
    assertThat(new String(invoice.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    page.locator("summary", text("Cancel this order")).click();
    Forms.button(page, "Yes, cancel it").click();
    assertThat(heading(page)).hasText("This order is cancelled");
    assertThat(page.locator(".crumbs")).hasCount(0);
    assertThat(page.locator(".notice--good")).containsText("Your order is cancelled.");
  }

  @Test
  void aMailLeadsAGuestToTheOrder() {
    Page page = shop.visit(Device.PHONE);
    String number = place(page, email);
    page.context().clearCookies();
    page.navigate(Mailbox.link(page, email, "Your order " + number));
    assertThat(heading(page)).hasText("Thank you! It is paid");
  }

  @Test
  void whatIsNobodysIsNotThere() {
    Page page = shop.visit(Device.DESKTOP);
    assertThat(page.navigate("/order/EM-1").status()).isEqualTo(404);
    page.navigate("/account/orders");
    assertThat(page).hasURL(Pattern.compile("/login[?]next="));
  }

  private String member(Page page) {
    post(page, "/customers", Map.of("email", email, "password", PASSWORD, "name", "Jo Doe"));
    post(page, "/session", Map.of("email", email, "password", PASSWORD));
    return place(page, email);
  }

  private Page agent() {
    Page desk = shop.visit(Device.DESKTOP);
    post(desk, "/session", Map.of("email", "agent@example.com", "password", "Demo-store-2026!"));
    return desk;
  }

  /** Orders a piece through the interface, paid at once; returns the number of the order. */
  static String place(Page page, String email) {
    post(page, "/cart/lines", Map.of("sku", SKU, "quantity", 1));
    APIResponse placed =
        page.request()
            .post(
                "/api/v1/checkout",
                RequestOptions.create()
                    .setHeader("Idempotency-Key", "key-" + System.nanoTime())
                    .setData(
                        Map.of(
                            "email",
                            email,
                            "shippingAddress",
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
                                "DE"),
                            "shippingMethod",
                            "standard",
                            "payment",
                            Map.of("method", "demo", "token", "tok_approved"))));
    assertThat(placed.status()).as(placed.text()).isEqualTo(201);
    Matcher number = NUMBER.matcher(placed.text());
    assertThat(number.find()).isTrue();
    return number.group(1);
  }

  private static String parcel(Page desk, String number) {
    String json = desk.request().get("/api/v1/admin/orders/" + number).text();
    Matcher id = Pattern.compile("\"id\":([0-9]+)").matcher(json);
    assertThat(id.find()).as(json).isTrue();
    return id.group(1);
  }

  private static void post(Page page, String path, Map<String, Object> body) {
    APIResponse answer =
        page.request().post("/api/v1" + path, RequestOptions.create().setData(body));
    assertThat(answer.ok()).as(answer.text()).isTrue();
  }

  private static Locator heading(Page page) {
    return page.locator("main h1");
  }

  private static Page.LocatorOptions text(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}
