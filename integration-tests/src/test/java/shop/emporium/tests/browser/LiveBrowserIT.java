package shop.emporium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What changes elsewhere appears on a page that is open, and nobody reloads it. */
@Tag("browser")
class LiveBrowserIT {

  private static final String SHOE = "/product/aster-2-trail-running-shoe";
  private static final String SKU = "KST-AST2-EMB-42";
  private static final String OTHER_SKU = "KST-HAR22";

  @RegisterExtension final ShopBrowser shop = new ShopBrowser();

  @Test
  void whatOneTabPutsIntoTheCartTheOtherShowsWhicheverNodesTheyAreOn() {
    Page first = shop.visit(Device.DESKTOP);
    first.navigate(node(1) + "/help");
    put(first, OTHER_SKU, 1);
    Page second = first.context().newPage();
    second.navigate(node(2) + "/help");
    assertThat(count(second)).hasText("1");
    awaitSocket(second);

    first.navigate(node(1) + SHOE + "?variant=" + SKU);
    first.locator("#buy [data-add]").click();
    assertThat(count(first)).hasText("2");
    assertThat(count(second)).hasText("2");
  }

  /** The cookie of a cart is new then, and out of reach of scripts. */
  @Test
  void theFirstThingThatIsPutIntoACartIsSeenInTheOtherTabToo() {
    Page first = shop.visit(Device.DESKTOP);
    first.navigate("/help");
    Page second = first.context().newPage();
    second.navigate("/help");
    awaitSocket(second);
    first.navigate(SHOE + "?variant=" + SKU);
    first.locator("#buy [data-add]").click();
    assertThat(count(second)).hasText("1");
  }

  @Test
  void anOpenCartIsRenewedInItsPlaceAndKeepsTheFocus() {
    Page first = shop.visit(Device.PHONE);
    first.navigate(node(1) + "/help");
    put(first, SKU, 1);
    put(first, OTHER_SKU, 1);
    Page cart = first.context().newPage();
    cart.navigate(node(2) + "/cart");
    assertThat(cart.locator(".line")).hasCount(2);
    cart.evaluate("window.sameDocument = true");
    Locator more = cart.locator(".line").nth(1).locator("[data-step='1']");
    more.focus();
    awaitSocket(cart);

    put(first, SKU, 2);
    assertThat(cart.locator(".line input[name=quantity]").first()).hasValue("3");
    assertThat(cart.locator(".toast-region")).containsText("changed elsewhere");
    assertThat(more).isFocused();
    assertThat(cart.evaluate("window.sameDocument")).isEqualTo(true);
    // What was put there works as what was there before.
    more.click();
    assertThat(cart.getByText("your cart now holds 2")).isVisible();
  }

  @Test
  void stockAndPriceOfTheProductOnScreenAreThoseOfTheShop() {
    int available = Shelf.available(SKU);
    int price = Shelf.price(SKU);
    Page page = shop.visit(Device.DESKTOP);
    page.navigate(SHOE + "?variant=" + SKU);
    assertThat(page.locator("[data-stock]")).hasText("In stock");
    awaitSocket(page);
    try {
      Shelf.put(SKU, 2);
      assertThat(page.locator("[data-stock]")).hasText("Only 2 left");
      assertThat(page.locator("input[name=quantity]")).hasAttribute("max", "2");
      Shelf.put(SKU, 0);
      assertThat(page.locator("[data-stock]")).hasText("Sold out");
      assertThat(page.locator("#buy [data-add]")).isDisabled();
      Shelf.put(SKU, available);
      assertThat(page.locator("#buy [data-add]")).isEnabled();
      Shelf.cost(SKU, 4321);
      assertThat(page.locator("[data-price-box]")).containsText("€43.21");
    } finally {
      Shelf.put(SKU, available);
      Shelf.cost(SKU, price);
    }
  }

  @Test
  void aPageInGermanIsToldInGerman() {
    int available = Shelf.available(SKU);
    int price = Shelf.price(SKU);
    Page page = shop.visit(Device.PHONE);
    page.navigate("/de" + SHOE + "?variant=" + SKU);
    awaitSocket(page);
    try {
      Shelf.put(SKU, 2);
      assertThat(page.locator("[data-stock]")).containsText("2");
      Shelf.cost(SKU, 4321);
      assertThat(page.locator("[data-price-box]")).containsText("43,21");
    } finally {
      Shelf.put(SKU, available);
      Shelf.cost(SKU, price);
    }
  }

  /** Some networks let no WebSocket through. */
  @Test
  void withoutSocketsPagesWorkAndAskAgainWhenTheyAreLookedAt() {
    Page page = shop.visit(Device.DESKTOP);
    page.context().addInitScript("delete window.WebSocket");
    page.navigate("/help");
    put(page, OTHER_SKU, 1);
    page.evaluate("window.dispatchEvent(new Event('focus'))");
    assertThat(count(page)).hasText("1");
    page.navigate(SHOE + "?variant=" + SKU);
    page.locator("#buy [data-add]").click();
    assertThat(count(page)).hasText("2");
  }

  @Test
  void aPageThatComesBackFromTheBrowsersMemoryListensAgain() {
    Page page = shop.visit(Device.DESKTOP);
    page.navigate("/help");
    put(page, OTHER_SKU, 1);
    page.navigate(SHOE);
    awaitSocket(page);
    page.navigate("/help");
    page.goBack();
    awaitSocket(page);
    put(page, OTHER_SKU, 2);
    assertThat(count(page)).hasText("3");
  }

  private static void awaitSocket(Page page) {
    assertThat(page.locator("html[data-live=on]")).hasCount(1);
  }

  /** As another device of the same visitor would: the page knows nothing of it. */
  private static void put(Page page, String sku, int quantity) {
    assertThat(
            page.request()
                .post(
                    "/api/v1/cart/lines",
                    RequestOptions.create().setData(Map.of("sku", sku, "quantity", quantity)))
                .ok())
        .isTrue();
  }

  private static Locator count(Page page) {
    return page.locator("[data-cart-count]");
  }

  private static String node(int number) {
    int port = 8080 + Integer.getInteger("test.port.offset") + (number - 1) * 100;
    return "http://localhost:" + port;
  }
}
