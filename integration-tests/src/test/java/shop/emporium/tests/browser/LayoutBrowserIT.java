package shop.emporium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every page keeps to, whatever it shows: width, headings, targets, the way past the header.
 */
@Tag("browser")
class LayoutBrowserIT {

  private static final List<Integer> WIDTHS = List.of(320, 390, 768, 1024, 1280, 1920);

  private static final String TOO_WIDE =
      """
      () => {
        const room = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= room) {
          return [];
        }
        const wide = [...document.body.querySelectorAll('*')]
          .filter((element) => element.getBoundingClientRect().right > room + 0.5)
          .map((element) => `${element.localName}.${element.className}`);
        return ['page', ...wide];
      }
      """;

  /** Targets under their size, told with the size that they have. */
  private static final String TOO_SMALL =
      """
      ({ large, small }) => [...document.querySelectorAll(`${large}, ${small}`)]
        .filter((element) => element.checkVisibility() && !element.matches('.skip'))
        .map((element) => ({
          element,
          box: element.getBoundingClientRect(),
          least: element.matches(small) ? 32 : 44,
        }))
        .filter(({ box, least }) => Math.min(box.width, box.height) < least - 0.1)
        .map(({ element, box, least }) =>
          `${element.outerHTML.slice(0, 120)} is ${box.width} x ${box.height}, not ${least}`)
      """;

  /** What the bar at the lower edge of a phone hides all of when it gets the focus. */
  private static final String HIDDEN_FOCUS =
      """
      () => {
        const bar = document.querySelector('.buybar');
        return [...document.querySelectorAll('a, button, input, summary')]
          .filter((element) => element.checkVisibility() && !bar.contains(element))
          .filter((element) => {
            element.focus({ focusVisible: true });
            return element.getBoundingClientRect().top >= bar.getBoundingClientRect().top;
          })
          .map((element) => element.outerHTML.slice(0, 120));
      }
      """;

  private static final Map<String, String> TARGETS =
      Map.of(
          "large",
          "button, summary, .btn, .input, .select, .option-chip, .site-header a",
          "small",
          ".chip, .btn--s, .link-btn, .crumbs a, .site-footer a");

  @RegisterExtension final ShopBrowser shop = new ShopBrowser();

  @Test
  void nothingScrollsSideways() {
    Page page = shop.visit(Device.DESKTOP);
    SoftAssertions all = new SoftAssertions();
    for (Place place : Place.values()) {
      place.open(page);
      for (int width : WIDTHS) {
        page.setViewportSize(width, Device.DESKTOP.height());
        all.assertThat((List<?>) page.evaluate(TOO_WIDE)).as("%s, %d px", place, width).isEmpty();
      }
    }
    all.assertAll();
  }

  @Test
  void everyPageHasOneFirstHeading() {
    Page page = shop.visit(Device.PHONE);
    SoftAssertions all = new SoftAssertions();
    for (Place place : Place.values()) {
      place.open(page);
      all.assertThat(page.locator("h1").count()).as(place.name()).isEqualTo(1);
      all.assertThat(page.locator("main h1").isVisible()).as(place.name()).isTrue();
    }
    all.assertAll();
  }

  @Test
  void targetsSuitAThumb() {
    Page page = shop.visit(Device.PHONE);
    SoftAssertions all = new SoftAssertions();
    for (Place place : Place.values()) {
      place.open(page);
      all.assertThat((List<?>) page.evaluate(TOO_SMALL, TARGETS)).as(place.name()).isEmpty();
    }
    all.assertAll();
  }

  @ParameterizedTest
  @EnumSource(names = {"HOME", "CATEGORY", "PRODUCT", "CART_FILLED", "MISSING"})
  void theFirstTabLeadsPastTheHeader(Place place) {
    Page page = shop.visit(Device.DESKTOP);
    place.open(page);
    page.keyboard().press("Tab");
    assertThat(page.locator(".skip")).isFocused();
    assertThat(page.locator(".skip")).isInViewport();
    page.keyboard().press("Enter");
    assertThat(page.getByRole(AriaRole.MAIN)).isFocused();
  }

  @Test
  void thePhonesBuyBarHidesNothingThatHasTheFocus() {
    Page page = shop.visit(Device.PHONE);
    Place.PRODUCT.open(page);
    assertThat((List<?>) page.evaluate(HIDDEN_FOCUS)).isEmpty();
  }
}
