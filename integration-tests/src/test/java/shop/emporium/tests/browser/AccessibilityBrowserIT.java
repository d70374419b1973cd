package shop.emporium.tests.browser;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What axe can tell of WCAG 2.2 A and AA and of good practice, on every kind of page. */
@Tag("browser")
class AccessibilityBrowserIT {

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static final List<String> RULES_OF_COLOUR =
      List.of("color-contrast", "link-in-text-block");

  @RegisterExtension final ShopBrowser shop = new ShopBrowser();

  @ParameterizedTest
  @MethodSource("placesOnDevices")
  void axeFindsNothing(Place place, Device device) {
    Page page = shop.visit(device);
    place.open(page);
    findsNothingInLightAndDark(page);
  }

  @Test
  void axeFindsNothingInThePhonesOpenMenu() {
    Page page = shop.visit(Device.PHONE);
    Place.HELP.open(page);
    page.locator("summary[aria-label='Menu']").click();
    findsNothingInLightAndDark(page);
  }

  @Test
  void axeFindsNothingInThePhonesOpenFilters() {
    Page page = shop.visit(Device.PHONE);
    Place.CATEGORY.open(page);
    page.locator(".toolbar__filter").click();
    findsNothingInLightAndDark(page);
  }

  static Stream<Arguments> placesOnDevices() {
    return Stream.of(Place.values())
        .flatMap(place -> Stream.of(Device.values()).map(device -> Arguments.of(place, device)));
  }

  /** In the dark only colours differ, so only their rules are asked again. */
  static void findsNothingInLightAndDark(Page page) {
    SoftAssertions both = new SoftAssertions();
    both.assertThat(violations(page, ColorScheme.LIGHT, axe(page).withTags(RULES)))
        .as("%s in light", page.url())
        .isEmpty();
    both.assertThat(violations(page, ColorScheme.DARK, axe(page).withRules(RULES_OF_COLOUR)))
        .as("%s in the dark", page.url())
        .isEmpty();
    both.assertAll();
  }

  private static List<String> violations(Page page, ColorScheme scheme, AxeBuilder axe) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    return axe.analyze().getViolations().stream().map(AccessibilityBrowserIT::tell).toList();
  }

  /** The legacy mode needs no second page; it differs only for frames, and the shop has none. */
  private static AxeBuilder axe(Page page) {
    AxeRunOptions options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    return new AxeBuilder(page).options(options).setLegacyMode(true);
  }

  private static String tell(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getHelp()
        + rule.getNodes().stream()
            .map(node -> "\n  " + node.getHtml() + "\n    " + node.getFailureSummary())
            .limit(5)
            .toList();
  }
}
