package shop.emporium.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a page costs a visitor: bytes, cookies, and pictures before they are looked at. */
@Tag("browser")
class PageWeightBrowserIT {

  private static final int MOST_BYTES = 100 * 1024;

  /** The page, its style sheets and its scripts, in bytes as they came over the wire. */
  private static final String SIZES =
      """
      () => [
        performance.getEntriesByType('navigation')[0],
        ...performance.getEntriesByType('resource')
          .filter((entry) => /[.](css|m?js)$/.test(new URL(entry.name).pathname)),
      ].map((entry) => entry.encodedBodySize)
      """;

  private static final String UNREAD_PICTURES_IN_HASTE =
      """
      () => [...document.images]
        .filter((image) => image.loading !== 'lazy')
        .filter((image) => image.getBoundingClientRect().top + scrollY >= innerHeight)
        .map((image) => `${image.outerHTML} at ${image.getBoundingClientRect().top + scrollY}`)
      """;

  @RegisterExtension final ShopBrowser shop = new ShopBrowser();

  @ParameterizedTest
  @EnumSource(names = {"HOME", "CATEGORY", "EVERYTHING", "PRODUCT"})
  void pageStyleAndScriptsAreLight(Place place) {
    Page page = shop.visit(Device.DESKTOP);
    place.open(page);
    List<Integer> sizes =
        ((List<?>) page.evaluate(SIZES))
            .stream().map(Number.class::cast).map(Number::intValue).toList();
    assertThat(sizes).as("page, style, script").hasSizeGreaterThanOrEqualTo(3);
    assertThat(sizes).allMatch(size -> size > 0);
    assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isLessThanOrEqualTo(MOST_BYTES);
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void picturesBelowTheFoldWaitForTheirReader(Device device) {
    Page page = shop.visit(device);
    for (Place place : List.of(Place.HOME, Place.CATEGORY, Place.EVERYTHING, Place.PRODUCT)) {
      place.open(page);
      assertThat((List<?>) page.evaluate(UNREAD_PICTURES_IN_HASTE)).as(place.name()).isEmpty();
    }
  }

  @Test
  void lookingAroundLeavesNoCookie() {
    Page page = shop.visit(Device.DESKTOP);
    for (Place place : Place.values()) {
      if (!place.hasCart() && !place.isOfCustomer()) {
        place.open(page);
        assertThat(page.context().cookies()).as(place.name()).isEmpty();
      }
    }
  }
}
