package shop.emporium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists that change in place: filters, order and pages without a new document. */
@Tag("browser")
class ListingBrowserIT {

  private static final Pattern KESTREL = Pattern.compile("[?&]brand=kestrel");

  @RegisterExtension final ShopBrowser shop = new ShopBrowser();

  @ParameterizedTest
  @EnumSource(Device.class)
  void aFilterActsInPlaceAndTheWayBackUndoesIt(Device device) {
    Page page = shop.visit(device);
    Place.CATEGORY.open(page);
    String all = count(page).innerText();
    page.evaluate("window.sameDocument = true");
    filterByKestrel(page, device);

    assertThat(page).hasURL(KESTREL);
    assertThat(page.locator(".card__brand").first()).hasText("Kestrel");
    assertThat(count(page)).not().hasText(all);
    assertThat(page.getByRole(AriaRole.FORM, named("Filters")))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setVisible(device == Device.DESKTOP));
    AccessibilityBrowserIT.findsNothingInLightAndDark(page);

    page.goBack();
    assertThat(count(page)).hasText(all);
    assertThat(page).hasURL(Pattern.compile("/category/outdoor-sport(#filters)?$"));
    page.goForward();
    assertThat(page.locator(".applied .chip")).hasCount(1);
    page.locator(".applied .chip").click();
    assertThat(count(page)).hasText(all);
    assertThat(page.locator("#products")).isFocused();
    assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
  }

  @Test
  void theFocusStaysOnTheBoxThatWasTicked() {
    Page page = shop.visit(Device.DESKTOP);
    Place.CATEGORY.open(page);
    Locator kestrel = page.getByRole(AriaRole.CHECKBOX, named(Pattern.compile("Kestrel")));
    kestrel.focus();
    page.keyboard().press("Space");
    assertThat(page).hasURL(KESTREL);
    assertThat(kestrel).isFocused();
    assertThat(kestrel).isChecked();
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void turningThePageLeadsToItsTop(Device device) {
    Page page = shop.visit(device);
    page.navigate("/search?sort=price");
    page.evaluate("window.sameDocument = true");
    page.getByRole(AriaRole.LINK, named("Next")).click();
    assertThat(page).hasURL(Pattern.compile("page=2"));
    assertThat(page).hasTitle(Pattern.compile("page 2"));
    assertThat(page.locator(".card").first()).isInViewport();
    assertThat(page.locator(".site-footer__end a[lang=de]"))
        .hasAttribute("href", Pattern.compile("^/de/search[?].*page=2"));
    assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
  }

  @Test
  void aSlowListShowsThatItIsBusy() {
    Page page = shop.visit(Device.DESKTOP);
    List<Route> held = new ArrayList<>();
    page.route(KESTREL, held::add);
    Place.CATEGORY.open(page);
    filterByKestrel(page, Device.DESKTOP);
    assertThat(page.getByRole(AriaRole.MAIN)).hasAttribute("aria-busy", "true");
    held.forEach(Route::resume);
    assertThat(page.locator(".applied .chip")).hasCount(1);
    assertThat(page.getByRole(AriaRole.MAIN)).not().hasAttribute("aria-busy", "true");
  }

  @Test
  void whenFetchingFailsTheBrowserGoesThereItself() {
    Page page = shop.visit(Device.DESKTOP);
    page.route(
        KESTREL,
        route -> {
          if (route.request().isNavigationRequest()) {
            route.resume();
          } else {
            route.abort();
          }
        });
    Place.CATEGORY.open(page);
    page.evaluate("window.sameDocument = true");
    filterByKestrel(page, Device.DESKTOP);
    assertThat(page.locator(".applied .chip")).hasCount(1);
    assertThat(page.evaluate("window.sameDocument")).isNull();
  }

  private static void filterByKestrel(Page page, Device device) {
    if (device == Device.PHONE) {
      page.locator(".toolbar__filter").click();
    }
    page.getByRole(AriaRole.CHECKBOX, named(Pattern.compile("Kestrel"))).check();
    if (device == Device.PHONE) {
      page.getByRole(AriaRole.BUTTON, named("Show products")).click();
    }
  }

  private static Locator count(Page page) {
    return page.locator(".toolbar__count[role=status]");
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Page.GetByRoleOptions named(Pattern name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
