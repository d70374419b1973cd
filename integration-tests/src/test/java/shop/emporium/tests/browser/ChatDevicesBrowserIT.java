package shop.emporium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A customer's conversation is on each device on which the customer is signed in. */
@Tag("browser")
class ChatDevicesBrowserIT {

  private static final String PASSWORD = "correct horse battery";

  @RegisterExtension final ShopBrowser shop = new ShopBrowser();

  private final String email = "devices" + System.nanoTime() + "@example.com";

  @Test
  void whatWasBegunOnThePhoneIsUnreadAtTheDeskBeforeTheChatIsOpenedThere() {
    try (ChatAgent agent = new ChatAgent(shop)) {
      Page phone = shop.visit(Device.PHONE);
      post(phone, "/customers", Map.of("email", email, "password", PASSWORD, "name", "Jo Doe"));
      signIn(phone);
      phone.navigate("/help");
      phone.locator(".chat-bubble").click();
      say(phone, "Is it waterproof?");
      phone.locator(".chip--person").click();
      phone.waitForCondition(
          () -> (boolean) phone.evaluate("() => 'emporium.chat' in localStorage"));
      long conversation = conversation(phone);
      agent.take(conversation);

      Page desk = shop.visit(Device.DESKTOP);
      signIn(desk);
      desk.navigate("/help");
      // It is on the line before anything is opened.
      desk.waitForCondition(() -> (boolean) desk.evaluate("() => 'emporium.chat' in localStorage"));
      agent.say(conversation, "To three metres.");
      assertThat(desk.locator("[data-unread]")).isVisible();
      desk.locator(".chat-bubble").click();
      assertThat(desk.locator(".chat__log")).containsText("Is it waterproof?");
      assertThat(desk.locator(".chat__log")).containsText("To three metres.");
      assertThat(phone.locator(".chat__log")).containsText("To three metres.");
      agent.finish(conversation);

      // What is over at the desk does not stand before what begins on the phone.
      desk.waitForCondition(
          () -> (boolean) desk.evaluate("() => localStorage['emporium.chat'].includes('closed')"));
      desk.locator("[data-part=close]").click();
      desk.navigate("/healthz");
      phone.locator("[data-part=begin]").click();
      say(phone, "And is it warm?");
      phone.locator(".chip--person").click();
      phone.waitForCondition(() -> conversation(phone) != conversation);
      long next = conversation(phone);
      agent.take(next);
      desk.navigate("/help");
      desk.waitForCondition(() -> conversation(desk) == next);
      agent.say(next, "Down to zero.");
      assertThat(desk.locator("[data-unread]")).isVisible();
      desk.locator(".chat-bubble").click();
      assertThat(desk.locator(".chat__log")).containsText("Down to zero.");
      agent.finish(next);
    }
  }

  private static void say(Page page, String words) {
    page.locator("#chat-text").fill(words);
    page.locator(".chat__send").click();
    assertThat(page.locator(".msg--me[data-number]")).hasCount(1);
  }

  /** The conversation that a browser remembers. */
  private static long conversation(Page page) {
    return ((Number)
            page.evaluate(
                "() => JSON.parse(localStorage['emporium.chat'] ?? '{}').conversation ?? 0"))
        .longValue();
  }

  private void signIn(Page page) {
    post(page, "/session", Map.of("email", email, "password", PASSWORD));
  }

  private static void post(Page page, String path, Map<String, String> body) {
    org.assertj.core.api.Assertions.assertThat(
            page.request().post("/api/v1" + path, RequestOptions.create().setData(body)).ok())
        .isTrue();
  }
}
