package shop.emporium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
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

/** What the search field offers while somebody types. */
@Tag("browser")
class SuggestionBrowserIT {

  private static final String SHOE = "Aster 2 Trail Running Shoe";

  @RegisterExtension final ShopBrowser shop = new ShopBrowser();

  @ParameterizedTest
  @EnumSource(Device.class)
  void aProductIsReachedByKeysAlone(Device device) {
    Page page = shop.visit(device);
    page.navigate("/de/");
    field(page).pressSequentially("aster");
    Locator shoe = options(page).filter(new Locator.FilterOptions().setHasText(SHOE));
    assertThat(shoe).hasCount(1);
    assertThat(shoe).containsText(Pattern.compile("96,00\\s€"));
    assertThat(field(page)).hasAttribute("aria-expanded", "true");
    assertThat(page.locator(".search [role=status]")).hasText(Pattern.compile("\\d+ Vorschl"));

    page.keyboard().press("ArrowDown");
    assertThat(field(page)).hasAttribute("aria-activedescendant", "suggestion-1");
    page.keyboard().press("End");
    assertThat(options(page).last()).hasAttribute("aria-selected", "true");
    page.keyboard().press("Home");
    for (int left = options(page).count(); left > 0 && !isSelected(shoe); left--) {
      page.keyboard().press("ArrowDown");
    }
    page.keyboard().press("Enter");
    assertThat(page).hasURL(Pattern.compile("/de/product/aster-2-trail-running-shoe$"));
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void aCategoryIsReachedByAPress(Device device) {
    Page page = shop.visit(device);
    page.navigate("/");
    field(page).pressSequentially("kitc");
    page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Categories"))
        .getByRole(AriaRole.OPTION, new Locator.GetByRoleOptions().setName("Kitchen"))
        .first()
        .click();
    assertThat(page).hasURL(Pattern.compile("/category/"));
  }

  @Test
  void escapeClosesTheListAndKeepsWhatWasTyped() {
    Page page = shop.visit(Device.DESKTOP);
    page.navigate("/");
    field(page).pressSequentially("aster");
    assertThat(options(page).first()).isVisible();
    page.keyboard().press("Escape");
    assertThat(page.locator(".suggest")).isHidden();
    assertThat(field(page)).hasValue("aster");
    assertThat(field(page)).hasAttribute("aria-expanded", "false");
  }

  @Test
  void aLateAnswerToAnEarlierWordIsIgnored() {
    Page page = shop.visit(Device.DESKTOP);
    List<Route> held = new ArrayList<>();
    page.route(Pattern.compile("/api/v1/suggest[?]q=te&"), held::add);
    page.navigate("/");
    field(page).fill("te");
    page.waitForCondition(() -> !held.isEmpty());
    field(page).fill("aster");
    assertThat(options(page).filter(new Locator.FilterOptions().setHasText(SHOE))).hasCount(1);
    held.get(0)
        .fulfill(
            new Route.FulfillOptions()
                .setContentType("application/json")
                .setBody("[{\"type\":\"category\",\"slug\":\"late\",\"name\":\"Too late\"}]"));
    field(page).press("ArrowDown");
    assertThat(page.getByText("Too late")).hasCount(0);
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void pastSearchesAreOfferedAndForgotten(Device device) {
    Page page = shop.visit(device);
    page.navigate("/");
    search(page, "trail");
    search(page, "teddy");
    page.navigate("/help");
    field(page).focus();
    assertThat(options(page)).hasText(new String[] {"teddy", "trail"});
    AccessibilityBrowserIT.findsNothingInLightAndDark(page);

    page.getByRole(AriaRole.BUTTON, named("Forget “teddy”")).click();
    assertThat(options(page)).hasText(new String[] {"trail"});
    options(page).first().click();
    assertThat(page).hasURL(Pattern.compile("/search[?]q=trail$"));

    page.navigate("/help");
    field(page).focus();
    page.getByRole(AriaRole.BUTTON, named("Forget these")).click();
    assertThat(page.locator(".suggest")).isHidden();
    page.reload();
    field(page).focus();
    assertThat(page.locator(".suggest")).isHidden();
    assertThat(page.evaluate("localStorage.getItem('emporium.searches')")).isEqualTo("[]");
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void axeFindsNothingInTheOpenList(Device device) {
    Page page = shop.visit(device);
    Place.HELP.open(page);
    field(page).pressSequentially("aster");
    assertThat(options(page).first()).isVisible();
    page.keyboard().press("ArrowDown");
    AccessibilityBrowserIT.findsNothingInLightAndDark(page);
  }

  private static void search(Page page, String words) {
    field(page).fill(words);
    field(page).press("Enter");
    assertThat(page).hasURL(Pattern.compile("/search[?]q=" + words));
  }

  private static boolean isSelected(Locator option) {
    return "true".equals(option.getAttribute("aria-selected"));
  }

  private static Locator field(Page page) {
    return page.getByRole(AriaRole.COMBOBOX, named("Search the shop"))
        .or(page.getByRole(AriaRole.COMBOBOX, named("Im Shop suchen")));
  }

  private static Locator options(Page page) {
    return page.getByRole(AriaRole.LISTBOX).getByRole(AriaRole.OPTION);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
