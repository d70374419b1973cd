package shop.emporium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The chat as a shopper has it: on every page, with whoever is there. */
@Tag("browser")
class ChatBrowserIT {

  private static final int PRESENCE_MS = 60_000;

  /** Has this page's sockets lose what is said. */
  static final String SWALLOW =
      """
      () => {
        const { send } = WebSocket.prototype;
        WebSocket.prototype.send = function (frame) {
          if (!frame.includes('"say"')) {
            send.call(this, frame);
          }
        };
      }
      """;

  /** Counts messages that are taken out of the log: put back, they would be read out once more. */
  private static final String COUNT_REMOVED =
      """
      () => {
        window.removed = 0;
        new MutationObserver((changes) => {
          const gone = changes.flatMap((change) => [...change.removedNodes]);
          removed += gone.filter((node) => node.dataset?.id).length;
        }).observe(document.querySelector('.chat__log'), { childList: true });
      }
      """;

  @RegisterExtension final ShopBrowser shop = new ShopBrowser();

  @Test
  void nothingIsKeptAboutAShopperBeforeTheChatIsOpened() {
    Page page = shop.visit(Device.DESKTOP);
    page.navigate("/help");
    assertThat(page.locator(".chat-bubble")).hasAttribute("role", "button");
    assertThat(page.context().cookies()).isEmpty();
    open(page);
    page.waitForCondition(
        () -> page.context().cookies().stream().anyMatch(one -> one.name.endsWith("chat")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/category/kitchen",
        "/product/aster-2-trail-running-shoe",
        "/search?q=lamp",
        "/cart",
        "/wishlist",
        "/help",
        "/contact",
        "/track",
        "/login",
        "/register",
        "/no-such-page",
        "/de/help"
      })
  void theBubbleIsOnEveryPage(String path) {
    Page page = shop.visit(Device.PHONE);
    page.navigate(path);
    assertThat(page.locator(".chat-bubble")).isVisible();
  }

  @Test
  void withoutScriptsTheBubbleLeadsToTheContactPage() {
    Page page = shop.visitWithoutScripts(Device.PHONE);
    page.navigate("/de/help");
    assertThat(page.locator(".chat-bubble")).hasAttribute("href", "/de/contact");
    assertThat(page.locator("#chat")).hasCount(0);
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void theAssistantAnswersAndSaysThatItIsOne(Device device) {
    Page page = shop.visit(device);
    page.navigate("/help");
    open(page);
    AccessibilityBrowserIT.findsNothingInLightAndDark(page);
    say(page, "Do you deliver to Austria?");
    assertThat(page.locator(".msg--me[data-number]")).hasCount(1);
    Locator answer = page.locator(".msg[data-number]:not(.msg--me)").first();
    assertThat(answer).containsText("Assistant, automatic");
    AccessibilityBrowserIT.findsNothingInLightAndDark(page);
  }

  @Test
  void theFocusGoesInAndBackAndTheKeyboardDoesEverything() {
    Page page = shop.visit(Device.DESKTOP);
    page.navigate("/help");
    page.locator(".chat-bubble").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#chat-text")).isFocused();
    page.locator(".chat__emoji summary").press("Enter");
    assertThat(page.locator(".chat__faces button").first()).isFocused();
    page.keyboard().press("ArrowRight");
    page.keyboard().press("Enter");
    assertThat(page.locator("#chat-text")).hasValue("😃");
    page.locator(".chat__more summary").press("Enter");
    assertThat(page.locator(".chat__menu")).isVisible();
    assertThat(page.locator("[data-part=sound]")).hasAttribute("aria-pressed", "false");
    assertThat(page.locator(".chat__log")).hasAttribute("aria-live", "polite");
    page.keyboard().press("Escape");
    assertThat(page.locator(".chat__menu")).isHidden();
    page.keyboard().press("Escape");
    assertThat(page.locator("#chat")).isHidden();
    assertThat(page.locator(".chat-bubble")).isFocused();
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void aPersonTakesOverAndTheConversationGoesOnOnTheNextPage(Device device) {
    try (ChatAgent agent = new ChatAgent(shop)) {
      Page page = shop.visit(device);
      page.navigate("/help");
      open(page);
      say(page, "Does the Aster 2 run small?");
      assertThat(page.locator(".msg--me[data-number]")).hasCount(1);
      page.locator(".chip--person").click();
      long conversation = conversation(page);
      agent.take(conversation);
      assertThat(page.locator("#chat-title")).containsText("from Emporium");
      assertThat(page.locator("[data-part=presence]")).hasText("Online");
      assertThat(page.locator(".msg--me .msg__meta")).containsText("Delivered");
      agent.typing(conversation);
      assertThat(page.locator(".typing")).isVisible();
      agent.say(conversation, "True to size: /product/aster-2-trail-running-shoe");
      assertThat(page.locator(".msg-product")).containsText("Aster 2");
      assertThat(page.locator(".typing")).isHidden();
      agent.read(conversation, 1);
      assertThat(page.locator(".msg--me .msg__meta")).containsText("Read");

      page.locator("[data-part=close]").click();
      page.navigate("/track");
      agent.say(conversation, "Anything else?");
      assertThat(page.locator("[data-unread]")).hasText("1");
      assertThat(page).hasTitle(Pattern.compile("^\\(1\\) "));
      open(page);
      assertThat(page.locator("[data-unread]")).isHidden();
      assertThat(page.locator(".chat__log")).containsText("Does the Aster 2 run small?");
      assertThat(page.locator(".chat__log")).containsText("Anything else?");

      agent.finish(conversation);
      page.locator(".rate__stars label").nth(4).click();
      page.locator("#chat-comment").fill("Quick, thank you");
      AccessibilityBrowserIT.findsNothingInLightAndDark(page);
      page.locator("[data-part=rate] .btn").click();
      assertThat(page.locator("[data-part=state]")).containsText("Thank you");
      page.locator("[data-part=begin]").click();
      assertThat(page.locator(".msg--me")).hasCount(0);
    }
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void whereNobodyIsThereAnAddressIsAskedForAndTheChatBecomesATicket(Device device) {
    Page page = shop.visit(device);
    page.navigate("/help");
    open(page);
    say(page, "My lamp flickers.");
    assertThat(page.locator(".msg--me[data-number]")).hasCount(1);
    // What is offered comes with the answer, and moves what is beside it.
    assertThat(page.locator(".msg[data-number]:not(.msg--me)")).hasCount(1);
    awaitPresence(page, "offline");
    page.locator(".chip--person").click();
    assertThat(page.locator("#chat-name")).isFocused();
    AccessibilityBrowserIT.findsNothingInLightAndDark(page);
    page.locator("[data-part=contact] .btn--primary").click();
    assertThat(page.locator("#chat-name")).hasAttribute("aria-invalid", "true");
    page.locator("#chat-name").fill("Ada");
    page.locator("#chat-email").fill("ada" + System.nanoTime() + "@example.com");
    page.locator("[data-part=contact] .btn--primary").click();
    assertThat(page.locator("[data-part=contact]")).isHidden();
    assertThat(page.locator("[data-part=state]")).containsText("We answer by e-mail");
  }

  @Test
  void twoTabsShowTheSameAndSayNothingTwice() {
    Page first = shop.visit(Device.DESKTOP);
    first.navigate("/help");
    open(first);
    Page second = first.context().newPage();
    second.navigate("/track");
    open(second);
    say(first, "One question");
    assertThat(second.locator(".msg--me[data-number]")).hasCount(1);
    say(second, "And another");
    assertThat(first.locator(".msg--me[data-number]")).hasCount(2);
    assertThat(first.locator(".msg--me .msg__bubble"))
        .hasText(new String[] {"One question", "And another"});
  }

  @Test
  void whatDidNotGetOutIsSaidByTheNextPageWhichKeepsTheDraftToo() {
    Page page = shop.visit(Device.DESKTOP);
    page.navigate("/help");
    open(page);
    page.evaluate(SWALLOW);
    say(page, "Said into the void");
    assertThat(page.locator(".msg--me")).hasCount(1);
    page.locator("#chat-text").fill("And if");
    page.navigate("/track");
    assertThat(page.locator("#chat-text")).hasValue("And if");
    assertThat(page.locator(".msg--me[data-number]")).hasText(Pattern.compile("into the void"));
    assertThat(page.locator(".msg--me")).hasCount(1);
  }

  @Test
  void aPaperIsShownAndWhatIsNoneIsRefusedInWords() {
    Page page = shop.visit(Device.DESKTOP);
    page.navigate("/help");
    open(page);
    Locator chooser = page.locator("[data-part=files]");
    chooser.setInputFiles(file("label.pdf", "application/pdf", "%PDF-1.4\n%%EOF\n"));
    assertThat(page.locator("[data-part=hint]")).containsText("a few words");
    say(page, "Here is the label.");
    assertThat(page.locator(".msg--me .msg-file")).containsText("label.pdf");
    assertThat(page.locator(".chat__tray")).isHidden();
    chooser.setInputFiles(file("notes.txt", "text/plain", "notes"));
    assertThat(page.locator(".chat__tray")).containsText("Only pictures");
    shop.expect("415 to POST " + address(page, "picture.png"));
    chooser.setInputFiles(file("picture.png", "image/png", "no picture at all"));
    assertThat(page.locator(".chat__tray li").last()).containsText("Only pictures");
  }

  @Test
  void whatIsSaidIsDrawnOnceAndWhatIsShownIsSeenByWhoComesBackToThePage() {
    Page page = shop.visit(Device.DESKTOP);
    page.navigate("/help");
    open(page);
    page.evaluate(COUNT_REMOVED);
    say(page, "Said once");
    assertThat(page.locator(".msg--me[data-number]")).hasCount(1);
    assertThat(page.evaluate("() => window.removed")).isEqualTo(0);
    page.evaluate("() => Object.defineProperty(document, 'hidden', { get: () => true })");
    page.locator("[data-part=files]")
        .setInputFiles(file("label.pdf", "application/pdf", "%PDF-1.4\n%%EOF\n"));
    assertThat(page.locator(".msg--me[data-number] .msg-file")).containsText("label.pdf");
    assertThat(page.locator(".msg--me")).hasCount(2);
  }

  private static String address(Page page, String name) {
    String origin = (String) page.evaluate("() => location.origin");
    return "%s/api/v1/chat/files?conversation=%d&name=%s"
        .formatted(origin, conversation(page), name);
  }

  private static FilePayload file(String name, String type, String content) {
    return new FilePayload(name, type, content.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Waits until a page says whether agents are there: who has left counts as there for a moment.
   */
  static void awaitPresence(Page page, String presence) {
    assertThat(page.locator(".chat-bubble"))
        .hasAttribute(
            "data-presence",
            presence,
            new LocatorAssertions.HasAttributeOptions().setTimeout(PRESENCE_MS));
  }

  /** Opens the chat of a page. */
  static void open(Page page) {
    page.locator(".chat-bubble").click();
    assertThat(page.locator("#chat")).isVisible();
  }

  static void say(Page page, String text) {
    page.locator("#chat-text").fill(text);
    page.locator(".chat__send").click();
  }

  /** The number of the conversation that goes on. */
  static long conversation(Page page) {
    page.waitForCondition(() -> (boolean) page.evaluate("() => 'emporium.chat' in localStorage"));
    Object number = page.evaluate("() => JSON.parse(localStorage['emporium.chat']).conversation");
    return ((Number) number).longValue();
  }
}
