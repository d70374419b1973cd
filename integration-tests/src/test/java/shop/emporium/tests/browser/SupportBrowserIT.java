package shop.emporium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How people ask something when nobody need be there, and find the answer. */
@Tag("browser")
class SupportBrowserIT {

  private static final String PASSWORD = "correct horse battery";

  @RegisterExtension final ShopBrowser shop = new ShopBrowser();

  private final String email = "support" + System.nanoTime() + "@example.com";

  @ParameterizedTest
  @EnumSource(Device.class)
  void aGuestAsksIsToldTheNumberAndAddsSomething(Device device) {
    Page page = shop.visit(device);
    page.navigate("/contact");
    AccessibilityBrowserIT.findsNothingInLightAndDark(page);
    fits(page);
    Forms.button(page, "Send").click();
    assertThat(page.locator("[data-faults] li")).hasCount(4);
    AccessibilityBrowserIT.findsNothingInLightAndDark(page);
    fill(page);
    Forms.button(page, "Send").click();
    assertThat(page).hasURL(Pattern.compile("/contact[?]sent=[0-9]+"));
    assertThat(page.locator(".notice--good")).containsText("It has the number");
    page.locator(".notice--good a").click();
    assertThat(page).hasURL(Pattern.compile("/support/[0-9]+"));
    assertThat(page.locator(".msg--me")).containsText("Does it <b>run</b> small?");
    AccessibilityBrowserIT.findsNothingInLightAndDark(page);
    fits(page);
    Forms.field(page, "Your message").fill("In the wet.\nIn 43.");
    Forms.button(page, "Send").click();
    assertThat(page.locator(".notice--good")).containsText("answer by mail");
    assertThat(page.locator(".msg--me")).hasCount(2);
  }

  @Test
  void withoutScriptsTheSameIsSentAndTheMailLeadsBack() {
    Page page = shop.visitWithoutScripts(Device.PHONE);
    page.navigate("/contact");
    fill(page);
    Forms.button(page, "Send").click();
    String number = page.url().replaceAll("^.*sent=", "");
    Page elsewhere = shop.visit(Device.PHONE);
    assertThat(elsewhere.navigate("/support/" + number).status()).isEqualTo(404);
    String link = Mailbox.link(elsewhere, email, "We have your message " + number);
    elsewhere.navigate(link);
    assertThat(elsewhere).hasURL(Pattern.compile("/support/" + number + "$"));
    assertThat(elsewhere.locator(".msg--me")).hasCount(1);
    elsewhere.navigate("/support/open?key=" + "x".repeat(43));
    assertThat(elsewhere.locator("h1")).hasText("This link is not good any more");
  }

  @Test
  void aLinkOfSomebodyElseTakesNoChatOver() {
    Page mallory = shop.visitWithoutScripts(Device.PHONE);
    mallory.navigate("/contact");
    fill(mallory);
    Forms.button(mallory, "Send").click();
    String number = mallory.url().replaceAll("^.*sent=", "");
    Page page = shop.visit(Device.PHONE);
    String link = Mailbox.link(page, email, "We have your message " + number);
    post(page, "/chat", Map.of());
    String own = cookie(page, "chat");
    page.navigate(link);
    assertThat(page.locator(".msg--me")).hasCount(1);
    assertThat(cookie(page, "chat")).isEqualTo(own);
    Page fresh = shop.visit(Device.PHONE);
    fresh.navigate(link);
    assertThat(fresh.locator(".msg--me")).hasCount(1);
    assertThat(cookie(fresh, "chat")).isEmpty();
    // What is answered by the link is in this ticket, and no other is listed beside it.
    Forms.field(fresh, "Your message").fill("By the link");
    Forms.button(fresh, "Send").click();
    assertThat(fresh.locator(".msg--me")).hasCount(2);
    assertThat(fresh.locator("#others-title")).hasCount(0);
  }

  @Test
  void thePageLeadsToThePhoneAndTellsTheHoursWhereTheVisitorIs() {
    Page home = shop.visitFrom("Europe/Berlin");
    home.navigate("/contact");
    assertThat(home.locator(".contact__aside a[href^='tel:+']")).isVisible();
    assertThat(home.locator(".contact__aside a[href^='mailto:']")).isVisible();
    assertThat(home.locator(".contact__yours")).isHidden();
    Page away = shop.visitFrom("America/New_York");
    away.navigate("/contact");
    assertThat(away.locator(".contact__yours")).containsText("In your time zone");
    // Six hours earlier, five for a week in March and in autumn.
    assertThat(away.locator("[data-days] li").first())
        .containsText(Pattern.compile("[23]:00.AM.+[23]:00.PM"));
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void aCustomerWantsToBeCalledAndFindsItInTheAccount(Device device) {
    Page page = shop.visit(device);
    register(page);
    page.navigate("/account/tickets");
    assertThat(page.locator(".empty")).isVisible();
    AccessibilityBrowserIT.findsNothingInLightAndDark(page);
    page.navigate("/contact?by=phone");
    assertThat(Forms.field(page, "Name")).hasValue("Jo Doe");
    assertThat(page.locator("#email")).hasCount(0);
    AccessibilityBrowserIT.findsNothingInLightAndDark(page);
    page.locator("#phone").fill("12");
    page.locator("#bestTime").fill("tomorrow after 4 pm");
    Forms.button(page, "Please call me").click();
    assertThat(page.locator("#phone-fault")).isVisible();
    page.locator("#phone").fill("+49 30 123456");
    Forms.button(page, "Please call me").click();
    assertThat(page.locator(".notice--good")).containsText("It has the number");
    page.navigate("/account/tickets");
    assertThat(page.locator(".order-card .badge")).hasText("We are at it");
    AccessibilityBrowserIT.findsNothingInLightAndDark(page);
    fits(page);
    page.locator(".order-card a").click();
    assertThat(page.locator("h1")).hasText("Call back");
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void questionsAreFoundAndWhatIsNotFoundLeadsToPeople(Device device) {
    Page page = shop.visit(device);
    page.navigate("/help");
    page.locator(".question summary").first().click();
    AccessibilityBrowserIT.findsNothingInLightAndDark(page);
    fits(page);
    page.locator("#help-q").fill("MONEY back");
    Forms.button(page, "Search").click();
    assertThat(page.locator(".question--open h3").first()).containsText("money back");
    AccessibilityBrowserIT.findsNothingInLightAndDark(page);
    page.navigate("/help?q=zzzqqq");
    assertThat(page.locator("#found-title")).containsText("No answers");
    assertThat(page.locator("main a[href$='/contact']")).isVisible();
    AccessibilityBrowserIT.findsNothingInLightAndDark(page);
    fits(page);
  }

  private void fill(Page page) {
    page.locator("#name").fill("Ada");
    page.locator("#email").fill(email);
    page.locator("#subject").fill("Size");
    page.locator("#message").fill("Does it <b>run</b> small?");
  }

  private static String cookie(Page page, String name) {
    return page.context().cookies().stream()
        .filter(cookie -> cookie.name.equals(name))
        .map(cookie -> cookie.value)
        .findFirst()
        .orElse("");
  }

  /** Nothing scrolls sideways. */
  private static void fits(Page page) {
    assertThat(
            (Boolean)
                page.evaluate(
                    "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
        .as("%s fits", page.url())
        .isTrue();
  }

  private void register(Page page) {
    post(page, "/customers", Map.of("email", email, "password", PASSWORD, "name", "Jo Doe"));
    post(page, "/session", Map.of("email", email, "password", PASSWORD));
  }

  private static void post(Page page, String path, Map<String, String> body) {
    APIResponse answer =
        page.request().post("/api/v1" + path, RequestOptions.create().setData(body));
    assertThat(answer.ok()).as(answer.text()).isTrue();
  }
}
