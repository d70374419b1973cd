package shop.emporium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;

/** What agents do in their console, and the shoppers who write to them. */
final class Console {

  private static final String PASSWORD = "one two three four";

  private Console() {}

  /** A visitor who works here, on no page yet. */
  static Page staff(ShopBrowser shop) {
    return staff(shop, "agent@example.com");
  }

  /** One of those who work here. */
  static Page staff(ShopBrowser shop, String email) {
    Page office = shop.visit(Device.DESKTOP);
    post(office, "/session", Map.of("email", email, "password", "Demo-store-2026!"));
    return office;
  }

  /** The console of somebody who works here. */
  static Page open(ShopBrowser shop) {
    return open(shop, "agent@example.com");
  }

  /** The console of one of those who work here. */
  static Page open(ShopBrowser shop, String email) {
    Page office = staff(shop, email);
    enter(office);
    return office;
  }

  static void enter(Page office) {
    office.navigate("/agent");
    assertThat(office.locator("#console")).hasAttribute("data-link", "open");
  }

  /** A customer named Jo Doe, signed in and on no page yet. */
  static Page customer(ShopBrowser shop, String email) {
    Page page = shop.visit(Device.DESKTOP);
    post(page, "/customers", Map.of("email", email, "password", PASSWORD, "name", "Jo Doe"));
    post(page, "/session", Map.of("email", email, "password", PASSWORD));
    return page;
  }

  /** Says something as a shopper, to the assistant; returns the number of the conversation. */
  static long ask(Page shopper, String words) {
    shopper.navigate("/help");
    ChatBrowserIT.open(shopper);
    ChatBrowserIT.say(shopper, words);
    assertThat(shopper.locator(".msg--me[data-number]")).hasCount(1);
    return ChatBrowserIT.conversation(shopper);
  }

  /** Wants somebody instead of the assistant. */
  static void call(Page shopper) {
    shopper.locator(".chip--person").click();
  }

  static String line(long conversation) {
    return ".q[data-conversation='" + conversation + "']";
  }

  /** Looks a conversation up by its number, and shows it. */
  static void show(Page office, long conversation) {
    office.locator("#find-q").fill(Long.toString(conversation));
    office.locator(line(conversation)).click();
    assertThat(office.locator("#log [data-number]").first()).isVisible();
  }

  /** Takes a conversation that nobody has, such as one of the assistant's. */
  static void take(Page office, long conversation) {
    show(office, conversation);
    office.locator("[data-move=take]").click();
    assertThat(office.locator("#talk-state .badge")).hasText("You answer");
  }

  /** Answers what is shown. */
  static void answer(Page office, String words) {
    office.locator("#answer").fill(words);
    office.locator("#answer").press("Enter");
  }

  /** Is done with what is shown. */
  static void finish(Page office) {
    office.locator("[data-move=close]").click();
    assertThat(office.locator("[data-move=reopen]")).isVisible();
  }

  /** Ends all conversations, whatever was left by others. */
  static void clear() {
    Shelf.run(
        "UPDATE conversation SET status = 'CLOSED', closed_at = now(), waiting_since = NULL"
            + " WHERE status <> 'CLOSED'");
  }

  static void post(Page page, String path, Map<String, Object> body) {
    APIResponse answer =
        page.request().post("/api/v1" + path, RequestOptions.create().setData(body));
    assertThat(answer.ok()).as(answer.text()).isTrue();
  }
}
