package shop.emporium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From the search field to a cart that changes its mind. */
@Tag("browser")
class ShoppingBrowserIT {

  private static final String SHOE = "/product/aster-2-trail-running-shoe";

  @RegisterExtension final ShopBrowser shop = new ShopBrowser();

  @ParameterizedTest
  @EnumSource(Device.class)
  void findsAProductBySearchAndPutsTheChosenVariantIntoTheCart(Device device) {
    Page page = shop.visit(device);
    page.navigate("/");
    page.getByRole(AriaRole.COMBOBOX, named("Search the shop")).fill("trail");
    page.keyboard().press("Enter");
    assertThat(heading(page)).hasText("Results for “trail”");
    page.getByRole(AriaRole.LINK, named("Aster 2 Trail Running Shoe")).click();

    page.getByRole(AriaRole.RADIO, named("Ember")).check();
    page.getByRole(AriaRole.RADIO, named("42")).check();
    assertThat(page.getByRole(AriaRole.GROUP, named("Colour: Ember"))).isVisible();
    assertThat(page.locator("[data-sku]")).hasText("KST-AST2-EMB-42");
    assertThat(page.locator("[data-stock]")).hasText("In stock");

    page.evaluate("window.sameDocument = true");
    addButton(page, device).click();
    Locator toast = page.locator(".toast-region[role=status]");
    assertThat(toast).containsText("Added to your cart");
    assertThat(count(page)).hasText("1");
    assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);

    toast.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("View cart")).click();
    assertThat(lines(page)).hasCount(1);
    assertThat(lines(page)).containsText("Ember, 42");
    assertThat(count(page)).hasText("1");
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void pressingAddAgainBeforeTheAnswerAddsNothing(Device device) {
    Page page = shop.visit(device);
    List<Route> held = new ArrayList<>();
    page.route("**/api/v1/cart/lines", held::add);
    page.navigate(SHOE);
    Locator button = addButton(page, device);
    button.click();
    page.waitForCondition(() -> !held.isEmpty());
    button.click();
    button.click();
    assertThat(button).hasAttribute("aria-busy", "true");
    assertThat(held).hasSize(1);
    held.get(0).resume();
    assertThat(page.locator(".toast")).isVisible();
    assertThat(count(page)).hasText("1");
  }

  /** They would make a cart each, and the browser keeps one. */
  @Test
  void theFirstTwoAdditionsOfAGuestInTwoTabsMeetInOneCart() {
    Page first = shop.visit(Device.DESKTOP);
    Page second = first.context().newPage();
    List<Route> held = new ArrayList<>();
    first.route("**/api/v1/cart/lines", held::add);
    first.navigate(SHOE);
    second.navigate("/product/court-pro-basketball");
    addButton(first, Device.DESKTOP).click();
    first.waitForCondition(() -> !held.isEmpty());
    addButton(second, Device.DESKTOP).click();
    assertThat(addButton(second, Device.DESKTOP)).hasAttribute("aria-busy", "true");
    held.get(0).resume();
    assertThat(first.locator(".toast")).isVisible();
    assertThat(second.locator(".toast")).isVisible();
    second.navigate("/cart");
    assertThat(lines(second)).hasCount(2);
  }

  /** Where the shop answers sooner than a finger is up again, being busy is no protection. */
  @ParameterizedTest
  @EnumSource(Device.class)
  void theSecondPressOfADoubleClickAddsNothingEvenAfterTheAnswer(Device device) {
    Page page = shop.visit(device);
    List<String> sent = new ArrayList<>();
    page.onRequest(request -> sent.add(request.method() + " " + request.url()));
    page.navigate(SHOE);
    Locator button = addButton(page, device);
    button.click();
    assertThat(page.locator(".toast")).isVisible();
    assertThat(button).hasAttribute("aria-busy", "false");
    page.mouse().down(new Mouse.DownOptions().setClickCount(2));
    page.mouse().up(new Mouse.UpOptions().setClickCount(2));
    page.navigate("/cart");
    assertThat(sent).filteredOn(request -> request.startsWith("POST ")).hasSize(1);
    assertThat(quantity(page)).hasValue("1");
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void theCartTakesAnotherQuantityAndARemovedLineBack(Device device) {
    Page page = shop.visit(device);
    page.navigate(SHOE);
    addButton(page, device).click();
    assertThat(count(page)).hasText("1");
    page.navigate("/cart");

    page.getByRole(AriaRole.BUTTON, named("One more")).click();
    Locator notice = page.getByRole(AriaRole.STATUS).filter(withText("your cart now holds 2"));
    assertThat(notice).isVisible();
    assertThat(quantity(page)).hasValue("2");
    assertThat(page.locator(".line__total")).containsText("€192.00");
    assertThat(count(page)).hasText("2");

    quantity(page).fill("3");
    quantity(page).press("Enter");
    assertThat(page.getByText("your cart now holds 3")).isVisible();
    assertThat(page.locator(".totals__sum")).containsText("€288.00");

    page.getByRole(AriaRole.BUTTON, named(Pattern.compile("^Remove"))).click();
    assertThat(page.getByRole(AriaRole.STATUS).filter(withText("was removed"))).isVisible();
    assertThat(page.getByText("Your cart is empty")).isVisible();
    assertThat(count(page)).isHidden();

    page.getByRole(AriaRole.BUTTON, named("Undo")).click();
    assertThat(lines(page)).hasCount(1);
    assertThat(quantity(page)).hasValue("3");
    assertThat(count(page)).hasText("3");
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void aSoldOutCombinationSaysSoAndCannotBeBought(Device device) {
    Page page = shop.visit(device);
    page.navigate(SHOE);
    Locator button = addButton(page, device);
    page.getByRole(AriaRole.RADIO, named(Pattern.compile("41 ?, sold out"))).check();
    assertThat(page.locator("[data-stock]")).hasText("Sold out");
    assertThat(button).isDisabled();
    assertThat(button).hasText("Sold out");

    page.getByRole(AriaRole.RADIO, named("Slate")).check();
    assertThat(page.locator("[data-stock]")).hasText("In stock");
    assertThat(button).isEnabled();
    assertThat(button).hasText("Add to cart");
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void aSoldOutProductCannotBeBought(Device device) {
    Page page = shop.visit(device);
    Place.SOLD_OUT.open(page);
    assertThat(page.locator("[data-stock]")).hasText("Sold out");
    assertThat(addButton(page, device)).isDisabled();
    assertThat(addButton(page, device)).hasText("Sold out");
  }

  /** On a phone the bar at the lower edge has the button under the thumb. */
  private static Locator addButton(Page page, Device device) {
    return page.locator(device == Device.PHONE ? ".buybar [data-add]" : "#buy [data-add]");
  }

  private static Locator heading(Page page) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
  }

  private static Locator count(Page page) {
    return page.locator("[data-cart-count]");
  }

  private static Locator lines(Page page) {
    return page.locator(".line");
  }

  private static Locator quantity(Page page) {
    return page.getByRole(AriaRole.SPINBUTTON, named("Quantity"));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Page.GetByRoleOptions named(Pattern name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Locator.FilterOptions withText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
