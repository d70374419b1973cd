package shop.emporium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of a product beyond buying it: pictures, the day of arrival, what was seen before. */
@Tag("browser")
class ProductBrowserIT {

  @RegisterExtension final ShopBrowser shop = new ShopBrowser();

  @ParameterizedTest
  @EnumSource(Device.class)
  void thePictureOpensLargeAndGivesTheFocusBack(Device device) {
    Page page = shop.visit(device);
    Place.PRODUCT.open(page);
    Locator opener = page.getByRole(AriaRole.LINK, named("Look closer"));
    opener.focus();
    page.keyboard().press("Enter");
    Locator dialog = page.getByRole(AriaRole.DIALOG, named("Pictures"));
    assertThat(dialog).isVisible();
    assertThat(dialog.locator("img").first()).isInViewport();
    AccessibilityBrowserIT.findsNothingInLightAndDark(page);
    page.keyboard().press("Escape");
    assertThat(dialog).isHidden();
    assertThat(opener).isFocused();

    opener.click();
    dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close")).click();
    assertThat(dialog).isHidden();
  }

  @Test
  void withoutScriptsThePictureIsALink() {
    Page page = shop.visitWithoutScripts(Device.PHONE);
    Place.PRODUCT.open(page);
    assertThat(page.getByRole(AriaRole.LINK, named("Look closer")))
        .hasAttribute("href", Pattern.compile("^/media/"));
    assertThat(page.getByRole(AriaRole.HEADING, named("You looked at"))).isHidden();
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void theDaysOfArrivalAreToldForWhatIsInStock(Device device) {
    Page page = shop.visit(device);
    Place.PRODUCT.open(page);
    Locator days = page.locator("[data-delivery]");
    assertThat(days).containsText(Pattern.compile("with you \\w{3} \\d.* – \\w{3} \\d+ \\w+"));
    page.getByRole(AriaRole.RADIO, named(Pattern.compile("41 ?, sold out"))).check();
    assertThat(days).isHidden();
    Place.SOLD_OUT.open(page);
    assertThat(days).isHidden();
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void whatWasLookedAtIsShownUntilItIsCleared(Device device) {
    Page page = shop.visit(device);
    Place.SOLD_OUT.open(page);
    Locator section = page.getByRole(AriaRole.REGION, named("You looked at"));
    assertThat(section).isHidden();
    Place.PRODUCT.open(page);
    assertThat(section.getByRole(AriaRole.LINK)).hasText(new String[] {"Parlour Snare Drum"});
    Place.HOME.open(page);
    assertThat(section.getByRole(AriaRole.LINK))
        .hasText(new String[] {"Aster 2 Trail Running Shoe", "Parlour Snare Drum"});
    AccessibilityBrowserIT.findsNothingInLightAndDark(page);

    section.getByRole(AriaRole.BUTTON).click();
    assertThat(section).isHidden();
    assertThat(page.getByRole(AriaRole.MAIN)).isFocused();
    page.reload();
    assertThat(section).isHidden();
    assertThat(page.evaluate("localStorage.getItem('emporium.visited')")).isEqualTo("[]");
  }

  @Test
  void paperHasTheProductAndItsAddressAlone() {
    Page page = shop.visit(Device.DESKTOP);
    Place.PRODUCT.open(page);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator("h1")).isVisible();
    assertThat(page.locator(".printed"))
        .containsText(Pattern.compile("http.*/product/aster-2-trail-running-shoe"));
    assertThat(page.locator(".site-header")).isHidden();
    assertThat(page.locator(".site-footer")).isHidden();
    assertThat(page.locator("#buy [data-add]")).isHidden();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Page.GetByRoleOptions named(Pattern name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
