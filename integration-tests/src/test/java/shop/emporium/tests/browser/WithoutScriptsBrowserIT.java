package shop.emporium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shop with JavaScript switched off: slower to use, and all there. */
@Tag("browser")
class WithoutScriptsBrowserIT {

  @RegisterExtension final ShopBrowser shop = new ShopBrowser();

  @ParameterizedTest
  @EnumSource(Device.class)
  void aShopperGetsFromTheHomePageToAFilledCart(Device device) {
    Page page = shop.visitWithoutScripts(device);
    page.navigate("/");
    page.getByRole(AriaRole.MAIN).locator("a[href='/category/outdoor-sport']").first().click();
    assertThat(heading(page)).hasText("Outdoor & sport");
    page.getByRole(AriaRole.LINK, named("Aster 2 Trail Running Shoe")).click();
    assertThat(heading(page)).hasText("Aster 2 Trail Running Shoe");

    choose(page, "Ember");
    choose(page, "42");
    page.getByRole(AriaRole.SPINBUTTON, named("Quantity")).fill("2");
    page.locator("#buy").getByRole(AriaRole.BUTTON).first().click();

    assertThat(page).hasURL(Pattern.compile("/cart[?]added="));
    assertThat(page.locator(".notices[role=status]")).containsText("is in your cart");
    assertThat(page.locator(".line")).hasCount(1);
    assertThat(page.locator(".line")).containsText("Ember, 42");
    assertThat(page.getByRole(AriaRole.SPINBUTTON)).hasValue("2");

    page.getByRole(AriaRole.SPINBUTTON).fill("3");
    page.getByRole(AriaRole.BUTTON, named("Update")).click();
    assertThat(page.locator(".notices[role=status]")).containsText("your cart now holds 3");
    assertThat(page.locator(".line__total")).containsText("€288.00");
  }

  @Test
  void filtersAndOrderAreOneForm() {
    Page page = shop.visitWithoutScripts(Device.DESKTOP);
    Place.CATEGORY.open(page);
    page.getByRole(AriaRole.CHECKBOX, containing("Kestrel")).check();
    page.getByRole(AriaRole.CHECKBOX, containing("Fjellby")).check();
    page.getByLabel("To €").fill("150");
    page.getByLabel("Sort by").selectOption("price");
    page.locator(".toolbar").getByRole(AriaRole.BUTTON).click();

    assertThat(page)
        .hasURL(Pattern.compile("(?=.*brand=fjellby)(?=.*brand=kestrel)(?=.*maxPrice=150)"));
    assertThat(page.getByRole(AriaRole.CHECKBOX, containing("Kestrel"))).isChecked();
    assertThat(page.getByLabel("Sort by")).hasValue("price");
    assertThat(page.locator(".card__brand").allInnerTexts()).containsOnly("Kestrel", "Fjellby");
    assertThat(prices(page))
        .hasSizeGreaterThan(1)
        .isSortedAccordingTo(Comparator.naturalOrder())
        .allMatch(price -> price.compareTo(new BigDecimal("150")) <= 0);

    page.getByRole(AriaRole.LINK, named("Remove filter: Fjellby")).click();
    assertThat(page)
        .hasURL(
            Pattern.compile("(?=.*brand=kestrel)(?=.*maxPrice=150)(?=.*sort=price)(?!.*fjellby)"));
    assertThat(page.locator(".card__brand").allInnerTexts()).containsOnly("Kestrel");
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void turningPagesKeepsTheFilters(Device device) {
    Page page = shop.visitWithoutScripts(device);
    page.navigate("/search?inStock=true&sort=price");
    BigDecimal dearest = last(prices(page));
    page.getByRole(AriaRole.LINK, named("Next")).click();
    assertThat(page).hasURL(Pattern.compile("(?=.*inStock=true)(?=.*sort=price)(?=.*page=2)"));
    assertThat(page.getByRole(AriaRole.LINK, named("Page 2"))).hasAttribute("aria-current", "page");
    assertThat(prices(page).get(0)).isGreaterThanOrEqualTo(dearest);

    page.getByRole(AriaRole.LINK, named("Previous")).click();
    assertThat(page).hasURL(Pattern.compile("(?=.*inStock=true)(?=.*sort=price)(?!.*page=2)"));
    assertThat(last(prices(page))).isEqualTo(dearest);
  }

  @Test
  void thePhonesFilterDrawerOpensAndClosesByLinks() {
    Page page = shop.visitWithoutScripts(Device.PHONE);
    Place.CATEGORY.open(page);
    Locator drawer = page.getByRole(AriaRole.FORM, named("Filters"));
    assertThat(drawer).isHidden();
    page.locator(".toolbar").getByRole(AriaRole.LINK).click();
    assertThat(drawer).isVisible();
    assertThat(page).hasURL(Pattern.compile("#filters$"));
    page.getByRole(AriaRole.LINK, named("Close filters")).click();
    assertThat(drawer).isHidden();

    page.locator(".toolbar").getByRole(AriaRole.LINK).click();
    page.getByRole(AriaRole.CHECKBOX, containing("Kestrel")).check();
    page.getByRole(AriaRole.BUTTON, named("Show products")).click();
    assertThat(page).hasURL(Pattern.compile("brand=kestrel"));
    assertThat(drawer).isHidden();
    assertThat(page.locator(".card__brand").allInnerTexts()).containsOnly("Kestrel");
  }

  @Test
  void thePhonesMenuOpensWithItsSummary() {
    Page page = shop.visitWithoutScripts(Device.PHONE);
    page.navigate("/");
    Locator menu = page.getByRole(AriaRole.NAVIGATION, named("Menu"));
    assertThat(menu).isHidden();
    page.locator("summary[aria-label='Menu']").click();
    assertThat(menu).isVisible();
    menu.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Kitchen")).click();
    assertThat(heading(page)).hasText("Kitchen");
  }

  /** Without scripts Playwright cannot scroll by itself to what the phone's buy bar covers. */
  private static void choose(Page page, String option) {
    Locator radio = page.getByRole(AriaRole.RADIO, named(option));
    radio.evaluate("element => element.scrollIntoView({ block: 'center' })");
    radio.check();
  }

  private static List<BigDecimal> prices(Page page) {
    return page.locator(".card .price strong").allInnerTexts().stream()
        .map(text -> new BigDecimal(text.replaceAll("[^0-9.]", "")))
        .toList();
  }

  private static BigDecimal last(List<BigDecimal> prices) {
    return prices.get(prices.size() - 1);
  }

  private static Locator heading(Page page) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Page.GetByRoleOptions containing(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
