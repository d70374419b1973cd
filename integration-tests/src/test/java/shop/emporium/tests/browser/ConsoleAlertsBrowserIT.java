package shop.emporium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How an agent who looks elsewhere hears that somebody wants something. */
@Tag("browser")
class ConsoleAlertsBrowserIT {

  /** Keeps the notifications of the desktop in {@code shown}; the page is away while it says so. */
  private static final String DESKTOP =
      """
      window.shown = [];
      window.Notification = class extends EventTarget {
        static permission = 'default';
        static async requestPermission() {
          return (Notification.permission = 'granted');
        }
        constructor(title, { body, tag }) {
          super();
          shown.push(Object.assign(this, { title, body, tag, isClosed: false }));
        }
        close() {
          this.isClosed = true;
        }
      };
      Object.defineProperty(document, 'hidden', { get: () => window.isAway === true });
      """;

  @RegisterExtension final ShopBrowser shop = new ShopBrowser();

  private final String stamp = Long.toString(System.nanoTime());

  @BeforeEach
  void nobodyWaits() {
    Console.clear();
  }

  @Test
  void whatIsSaidWhileTheAgentLooksElsewhereIsToldByTheDesktopAndLeadsThere() {
    Page office = office();
    Page page = Console.customer(shop, "alert-" + stamp + "@example.com");
    long one = Console.ask(page, "Somebody there?");
    Console.take(office, one);
    Page guest = shop.visit(Device.DESKTOP);
    long other = Console.ask(guest, "Me too");
    Console.take(office, other);
    ChatBrowserIT.say(guest, "Before the eyes " + stamp);
    Locator bubbles = office.locator("#log .msg__bubble");
    assertThat(bubbles.last()).hasText("Before the eyes " + stamp);
    assertThat(shown(office)).isEmpty();

    away(office, true);
    ChatBrowserIT.say(page, "Elsewhere " + stamp);
    office.waitForCondition(() -> !shown(office).isEmpty());
    assertThat(shown(office))
        .containsExactly(
            Map.of("title", "Jo Doe", "body", "Elsewhere " + stamp, "tag", "chat-" + one));
    ChatBrowserIT.say(guest, "Behind the back " + stamp);
    office.waitForCondition(() -> shown(office).size() == 2);
    assertThat(shown(office).get(1)).containsEntry("title", "Guest");
    assertThat(office).hasTitle(Pattern.compile("^\\(2\\) "));

    away(office, false);
    office.evaluate("() => shown[0].dispatchEvent(new Event('click'))");
    assertThat(office).hasURL(Pattern.compile("#c" + one + "$"));
    assertThat(office.locator("#th")).hasText("Jo Doe");
    assertThat(bubbles.last()).hasText("Elsewhere " + stamp);
    assertThat(office.evaluate("() => shown[0].isClosed")).isEqualTo(true);
    Console.finish(office);
    Console.show(office, other);
    Console.finish(office);
  }

  @Test
  void whoIsGivenToTheAgentIsToldOfOnce() {
    Page office = office();
    away(office, true);
    Page guest = shop.visit(Device.DESKTOP);
    long conversation = Console.ask(guest, "A question of size");
    assertThat(guest.locator(".chat-bubble")).hasAttribute("data-presence", "online");
    Console.call(guest);
    assertThat(guest.locator("#chat-title")).containsText("from Emporium");
    assertThat(office.locator(Console.line(conversation))).isVisible();
    assertThat(office.locator("#box-mine .side__n")).hasText("1");
    office.waitForCondition(() -> !shown(office).isEmpty());
    ChatBrowserIT.say(guest, "Hello? " + stamp);
    office.waitForCondition(() -> shown(office).size() > 1);
    assertThat(shown(office))
        .extracting(one -> one.get("title"), one -> one.get("tag"))
        .containsExactly(
            tuple("Guest waits", "chat-" + conversation), tuple("Guest", "chat-" + conversation));
    away(office, false);
    Console.show(office, conversation);
    Console.finish(office);
  }

  @Test
  void nothingIsToldByADesktopThatWasNotAsked() {
    Page office = unasked();
    Console.enter(office);
    assertThat(office.locator("#notify")).hasAttribute("aria-pressed", "false");
    Page guest = shop.visit(Device.DESKTOP);
    Console.take(office, Console.ask(guest, "Psst"));
    away(office, true);
    ChatBrowserIT.say(guest, "Louder " + stamp);
    assertThat(office.locator("#say")).hasText("Guest: Louder " + stamp);
    assertThat(shown(office)).isEmpty();
    Console.finish(office);
  }

  /** The list comes late, as from a busy node: what was taken is no news to who took it. */
  @Test
  void whoTakesAConversationIsNotToldThatItWaits() {
    Page office = unasked();
    LateFrames lists = LateFrames.to(office, "queue");
    Console.enter(office);
    Page guest = shop.visit(Device.DESKTOP);
    long conversation = Console.ask(guest, "Psst");
    lists.hold();
    Console.take(office, conversation);
    away(office, true);
    ChatBrowserIT.say(guest, "Louder " + stamp);
    assertThat(office.locator("#say")).hasText("Guest: Louder " + stamp);
    office.waitForCondition(lists::hasHeld);
    lists.release();
    assertThat(office.locator("#box-mine .side__n")).hasText("1");
    assertThat(office.locator("#say")).hasText("Guest: Louder " + stamp);
    away(office, false);
    Console.finish(office);
  }

  /** An agent whose desktop was not asked yet, on no page. */
  private Page unasked() {
    Page office = Console.staff(shop);
    office.addInitScript(DESKTOP);
    return office;
  }

  private Page office() {
    Page office = unasked();
    Console.enter(office);
    assertThat(office.locator("#notify")).hasAttribute("aria-pressed", "false");
    office.locator("#notify").click();
    assertThat(office.locator("#notify")).hasAttribute("aria-pressed", "true");
    return office;
  }

  private static void away(Page office, boolean isAway) {
    office.evaluate("isAway => (window.isAway = isAway)", isAway);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> shown(Page office) {
    return (List<Map<String, Object>>)
        office.evaluate("() => shown.map(({ title, body, tag }) => ({ title, body, tag }))");
  }
}
