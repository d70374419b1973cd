package shop.emporium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A script in every field of chat and support, on every page that shows it. Where it became markup,
 * the page would also ask for a picture that is none, or have a script refused: {@link ShopBrowser}
 * fails for both.
 */
@Tag("browser")
class ChatScriptBrowserIT {

  /** Short enough for a tag. */
  private static final String SCRIPT = "<img src=x onerror=alert(1)>";

  @RegisterExtension final ShopBrowser shop = new ShopBrowser();

  private final String stamp = Long.toString(System.nanoTime(), 36);
  private final String email = "script-" + stamp + "@example.com";

  @BeforeEach
  void nobodyWaits() {
    Console.clear();
  }

  @AfterEach
  void forgetReadyAnswers() {
    Shelf.run("DELETE FROM canned_reply WHERE shortcut = '" + stamp + "'");
  }

  @Test
  void inAChatAndItsConsole() {
    writeReadyAnswer();
    Page page = shop.visit(Device.PHONE);
    Console.post(
        page,
        "/customers",
        Map.of("email", email, "password", "one two three four", "name", SCRIPT));
    Console.post(page, "/session", Map.of("email", email, "password", "one two three four"));
    long conversation = Console.ask(page, SCRIPT);
    assertThat(page.locator(".msg--me .msg__bubble")).hasText(SCRIPT);
    page.locator("[data-part=files]")
        .setInputFiles(
            new FilePayload(
                SCRIPT + ".pdf",
                "application/pdf",
                "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.UTF_8)));
    assertThat(page.locator(".msg--me .msg-file")).containsText("onerror=alert(1)");

    Page office = Console.open(shop);
    office.locator("#find-q").fill(SCRIPT);
    assertThat(office.locator(Console.line(conversation))).containsText(SCRIPT);
    Console.take(office, conversation);
    assertThat(office.locator("#th")).hasText(SCRIPT);
    assertThat(office.locator(".who__name .strong")).hasText(SCRIPT);
    assertThat(office.locator("#log .msg-file")).containsText("onerror=alert(1)");
    office.locator("#tag-new").fill(SCRIPT);
    office.locator("#tag-new").press("Enter");
    assertThat(office.locator(".who__tags .chip")).hasText(SCRIPT);
    office.locator("#note").click();
    Console.answer(office, SCRIPT);
    assertThat(office.locator("#log .msg--note .msg__bubble").last()).hasText(SCRIPT);
    office.locator("#answer").fill("/" + stamp);
    assertThat(office.locator("#replies .reply").first()).containsText(SCRIPT);
    office.locator("#answer").press("Enter");
    assertThat(office.locator("#answer")).hasValue(SCRIPT);
    office.locator("#answer").press("Enter");
    assertThat(page.locator(".msg[data-number]:not(.msg--me) .msg__bubble").last()).hasText(SCRIPT);

    Console.finish(office);
    page.locator(".rate__stars label").nth(4).click();
    page.locator("#chat-comment").fill(SCRIPT);
    page.locator("[data-part=rate] .btn").click();
    assertThat(page.locator("[data-part=state]")).containsText("Thank you");
    office.reload();
    Console.show(office, conversation);
    assertThat(office.locator("#who-body q")).hasText(SCRIPT);
    assertThat(office.locator("#who-body .chip")).hasText(SCRIPT);
    hasNone(page, office);
  }

  /** Only who runs the shop writes them. */
  private void writeReadyAnswer() {
    Page owner = Console.staff(shop, "admin@example.com");
    owner.navigate("/agent/replies");
    owner.locator("#shortcut").fill(SCRIPT);
    owner.locator("#replyTitle").fill(SCRIPT);
    owner.locator("#replyBody").fill(SCRIPT);
    owner.locator("#reply-form button").click();
    assertThat(owner.locator("#shortcut-fault")).isVisible();
    assertThat(owner.locator("#shortcut")).hasValue(SCRIPT);
    assertThat(owner.locator("#replyBody")).hasValue(SCRIPT);
    owner.locator("#shortcut").fill(stamp);
    owner.locator("#reply-form button").click();
    Locator row =
        owner.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("/" + stamp));
    assertThat(row).containsText(SCRIPT);
    hasNone(owner);
  }

  @Test
  void whereAGuestLeavesNameAndAddressAndIsAnsweredByMail() {
    Page page = shop.visit(Device.PHONE);
    long conversation = Console.ask(page, SCRIPT);
    // What is offered comes with the answer, and moves what is beside it.
    assertThat(page.locator(".msg[data-number]:not(.msg--me)")).hasCount(1);
    ChatBrowserIT.awaitPresence(page, "offline");
    Console.call(page);
    page.locator("#chat-name").fill(SCRIPT);
    page.locator("#chat-email").fill(SCRIPT + "@example.com");
    page.locator("[data-part=contact] .btn--primary").click();
    assertThat(page.locator("#chat-email")).hasAttribute("aria-invalid", "true");
    page.locator("#chat-email").fill(email);
    page.locator("[data-part=contact] .btn--primary").click();
    assertThat(page.locator("[data-part=state]")).containsText("We answer by e-mail");

    Page office = Console.open(shop);
    Console.show(office, conversation);
    assertThat(office.locator("#th")).hasText(SCRIPT);
    office.locator("[data-move=take]").click();
    assertThat(office.locator("#compose [type=submit]")).isEnabled();
    Console.answer(office, SCRIPT);
    Page mails = page.context().newPage();
    String link = Mailbox.link(mails, email, "An answer to your message " + conversation);
    assertThat(mails.locator(".mail")).containsText(SCRIPT);
    hasNone(mails);
    mails.navigate(link);
    assertThat(mails.locator(".msg:not(.msg--me) .msg__bubble").last()).hasText(SCRIPT);
    Console.finish(office);
    hasNone(page, office, mails);
  }

  @Test
  void inTheFormsOfTheContactPage() {
    Page page = shop.visit(Device.DESKTOP);
    page.navigate("/contact");
    for (String field : List.of("name", "email", "subject", "message")) {
      page.locator("#" + field).fill(SCRIPT);
    }
    Forms.button(page, "Send").click();
    assertThat(page.locator("#email-fault")).isVisible();
    for (String field : List.of("name", "email", "subject", "message")) {
      assertThat(page.locator("#" + field)).hasValue(SCRIPT);
    }
    hasNone(page);
    page.locator("#email").fill(email);
    Forms.button(page, "Send").click();
    page.locator(".notice--good a").click();
    assertThat(page).hasURL(Pattern.compile("/support/[0-9]+"));
    assertThat(page.locator("h1")).hasText(SCRIPT);
    assertThat(page.locator(".msg--me")).containsText(SCRIPT);
    hasNone(page);
    long ticket = Long.parseLong(page.url().replaceAll("^.*/", ""));

    page.navigate("/contact?by=phone");
    page.locator("#name").fill(SCRIPT);
    page.locator("#phone").fill(SCRIPT);
    page.locator("#bestTime").fill(SCRIPT);
    Forms.button(page, "Please call me").click();
    assertThat(page.locator("#phone-fault")).isVisible();
    assertThat(page.locator("#phone")).hasValue(SCRIPT);
    assertThat(page.locator("#bestTime")).hasValue(SCRIPT);
    hasNone(page);
    page.locator("#phone").fill("+49 30 123456");
    Forms.button(page, "Please call me").click();
    page.locator(".notice--good a").click();
    long call = Long.parseLong(page.url().replaceAll("^.*/", ""));
    hasNone(page);

    Page office = Console.open(shop);
    Console.show(office, ticket);
    assertThat(office.locator("#th")).hasText(SCRIPT);
    assertThat(office.locator("#talk-state")).containsText(SCRIPT);
    assertThat(office.locator("#log .msg__bubble")).hasText(SCRIPT);
    Console.show(office, call);
    assertThat(office.locator("#log")).containsText(SCRIPT);
    hasNone(office);
  }

  /** What was typed has become nothing but text. */
  private static void hasNone(Page... pages) {
    for (Page page : pages) {
      assertThat(page.locator("img[onerror], img[src=x]")).hasCount(0);
    }
  }
}
