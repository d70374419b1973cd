package shop.emporium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of a conversation beside being answered: it is handed over, put back, reopened. */
@Tag("browser")
class ConsoleMovesBrowserIT {

  @RegisterExtension final ShopBrowser shop = new ShopBrowser();

  private final String email = "moves-" + System.nanoTime() + "@example.com";

  @BeforeEach
  void nobodyWaits() {
    Console.clear();
  }

  @Test
  void aColleagueIsGivenAConversationAndPutsItBackAndTheShopperSeesBoth() {
    Page office = away(Console.open(shop));
    Page colleague = away(Console.open(shop, "admin@example.com"));
    Page page = Console.customer(shop, email);
    long conversation = Console.ask(page, "Who knows about lamps?");
    Console.take(office, conversation);
    office.locator("[data-move=hand]").click();
    Locator other = office.locator("#hand .hand");
    assertThat(other).hasCount(1);
    assertThat(other).containsText("Away");
    AccessibilityBrowserIT.findsNothingInLightAndDark(office);
    String name = other.locator("b").innerText();
    other.click();
    assertThat(office.locator("#talk-state .badge")).hasText(name + " answers");
    assertThat(office.locator("#compose [type=submit]")).isDisabled();
    assertThat(page.locator(".chat__log")).containsText(name + " takes over");
    assertThat(page.locator("#chat-title")).containsText(name);

    assertThat(colleague.locator("#box-mine .side__n")).hasText("1");
    colleague.locator(Console.line(conversation)).click();
    Console.answer(colleague, "I do.");
    assertThat(page.locator(".msg[data-number]:not(.msg--me)").last()).containsText("I do.");
    colleague.locator("[data-move=release]").click();
    assertThat(page.locator("[data-part=state]")).containsText("You are number 1 in the queue");
    assertThat(office.locator("#box-waiting .side__n")).hasText("1");
    // How long, as it grows.
    Locator waits = office.locator(Console.line(conversation) + " time[data-since]");
    String before = waits.innerText();
    office.waitForCondition(() -> !waits.innerText().equals(before));
    Console.take(office, conversation);
    assertThat(colleague.locator("#talk-state .badge")).not().hasText("Waits for someone");
    Console.finish(office);
  }

  @Test
  void allOfItCanBeDoneByKeysWhichMayBeSwitchedOff() {
    Page office = away(Console.open(shop));
    Page page = Console.customer(shop, email);
    long conversation = Console.ask(page, "Only keys");
    ChatBrowserIT.awaitPresence(page, "away");
    Console.call(page);
    assertThat(office.locator("#box-waiting .side__n")).hasText("1");
    office.keyboard().press("1");
    assertThat(office.locator("#box-waiting")).hasAttribute("aria-selected", "true");
    assertThat(office.locator("#queue-list .q")).hasCount(1);
    office.keyboard().press("j");
    Locator state = office.locator("#talk-state .badge");
    assertThat(state).hasText("Waits for someone");
    assertThat(office.locator(Console.line(conversation))).hasAttribute("aria-current", "true");
    office.keyboard().press("t");
    assertThat(state).hasText("You answer");
    assertThat(office.locator("#answer")).isFocused();
    // In a field a letter is a letter.
    office.keyboard().type("Do you?");
    office.keyboard().press("Enter");
    assertThat(page.locator(".msg[data-number]:not(.msg--me)").last()).containsText("Do you?");
    assertThat(state).hasText("You answer");
    office.keyboard().press("Alt+n");
    assertThat(office.locator("#note")).hasAttribute("aria-pressed", "true");
    office.keyboard().press("Alt+n");
    assertThat(office.locator("#note")).hasAttribute("aria-pressed", "false");

    office.locator("#log").focus();
    office.keyboard().press("?");
    assertThat(office.locator("#help")).isVisible();
    AccessibilityBrowserIT.findsNothingInLightAndDark(office);
    office.locator("#keys-on").uncheck();
    office.keyboard().press("Escape");
    assertThat(office.locator("#help")).isHidden();
    office.locator("#log").focus();
    office.keyboard().press("d");
    office.keyboard().press("Alt+2");
    assertThat(office.locator("#box-mine")).hasAttribute("aria-selected", "true");
    // What is heard after it would have come after its end.
    ChatBrowserIT.say(page, "Yes, I do.");
    assertThat(office.locator("#log .msg__bubble").last()).hasText("Yes, I do.");
    assertThat(state).hasText("You answer");
    office.keyboard().press("Alt+d");
    assertThat(state).hasText("Done");
    assertThat(page.locator("[data-part=state]")).containsText("This chat is closed");
    // Its shopper may be gone by now: it is answered by mail.
    office.keyboard().press("Alt+o");
    assertThat(state).hasText("Ticket");
    assertThat(page.locator("[data-part=state]")).containsText("We answer by e-mail");
  }

  /** Takes nothing that was not asked for. */
  private static Page away(Page office) {
    office.locator("#presence").click();
    assertThat(office.locator("#presence")).hasAttribute("aria-pressed", "false");
    return office;
  }
}
