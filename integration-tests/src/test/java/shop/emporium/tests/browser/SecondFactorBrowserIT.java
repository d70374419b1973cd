package shop.emporium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shop.emporium.tests.authenticator.OneTimeApp;

/** Signing in with a code of an app, from setting it up to turning it off. */
@Tag("browser")
class SecondFactorBrowserIT {

  private static final String DEMO_PASSWORD = "Demo-store-2026!";

  @RegisterExtension final ShopBrowser shop = new ShopBrowser();

  @Test
  void codesOfAnAppAreAskedForFromSettingItUpToTurningItOff() {
    Page page = shop.visit(Device.PHONE);
    signIn(page, "admin@example.com");
    assertThat(page).hasURL(Pattern.compile("/account$"));
    page.navigate("/account/security");
    Forms.field(page, "Your password, to set up an app").fill(DEMO_PASSWORD);
    Forms.button(page, "Set up an app").click();
    assertThat(page.getByAltText("The picture that your app reads")).isVisible();
    AccessibilityBrowserIT.findsNothingInLightAndDark(page);
    OneTimeApp app = new OneTimeApp(page.locator(".factor__secret").textContent());

    shop.expect("422 to POST " + System.getProperty("test.http") + "/account/security");
    Forms.field(page, "Code").fill("000000");
    Forms.button(page, "Turn it on").click();
    assertThat(page.locator("#code-fault")).containsText("not right");
    Forms.field(page, "Code").fill(app.code());
    Forms.button(page, "Turn it on").click();
    assertThat(page.getByText("they are shown only now")).isVisible();
    List<String> paper = page.locator(".codes code").allTextContents();
    assertThat(paper).hasSize(10);
    AccessibilityBrowserIT.findsNothingInLightAndDark(page);
    page.navigate("/account/security");
    assertThat(page.locator(".codes")).hasCount(0);

    signOut(page);
    signIn(page, "admin@example.com");
    assertThat(page).hasURL(Pattern.compile("/login/code"));
    AccessibilityBrowserIT.findsNothingInLightAndDark(page);
    page.navigate("/account");
    assertThat(page).hasURL(Pattern.compile("/login\\?"));
    page.navigate("/login/code?next=%2Faccount%2Fsecurity");
    Forms.field(page, "Code").fill(app.code(1));
    Forms.button(page, "Sign in").click();
    assertThat(page).hasURL(Pattern.compile("/account/security$"));

    signOut(page);
    Page plain = shop.visitWithoutScripts(Device.DESKTOP);
    signIn(plain, "admin@example.com");
    Forms.field(plain, "Code").fill(paper.get(0));
    Forms.button(plain, "Sign in").click();
    assertThat(plain).hasURL(Pattern.compile("/account$"));
    plain.navigate("/account/security");
    assertThat(plain.getByText("9 recovery codes")).isVisible();
    Forms.field(plain, "Your password, to turn it off").fill(DEMO_PASSWORD);
    Forms.button(plain, "Turn it off").click();
    assertThat(plain.getByRole(AriaRole.MAIN).getByRole(AriaRole.STATUS).first())
        .containsText("password is enough");
    assertThat(Mailbox.link(plain, "admin@example.com", "takes no code any more"))
        .endsWith("/account/security");
  }

  @Test
  void withoutThePasswordThereIsNoSecondStep() {
    Page page = shop.visit(Device.DESKTOP);
    page.navigate("/login/code?next=//elsewhere.example");
    assertThat(page).hasURL(Pattern.compile("/login\\?next=%2Faccount$"));
  }

  private static void signIn(Page page, String email) {
    page.navigate("/login");
    Forms.signIn(page, email, DEMO_PASSWORD);
  }

  private static void signOut(Page page) {
    page.navigate("/account");
    Forms.button(page, "Sign out").click();
    assertThat(page.getByRole(AriaRole.MAIN).getByRole(AriaRole.STATUS).first())
        .hasText("You are signed out.");
  }
}
