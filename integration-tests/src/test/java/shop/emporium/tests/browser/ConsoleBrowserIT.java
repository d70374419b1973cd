package shop.emporium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What passes between the agents' console and those who write to it. */
@Tag("browser")
class ConsoleBrowserIT {

  /** As many as an agent is given; the queue is looked at every five seconds. */
  private static final int MOST = 4;

  private static final LocatorAssertions.ContainsTextOptions NEXT_LOOK =
      new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);

  private static final byte[] PDF = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

  @RegisterExtension final ShopBrowser shop = new ShopBrowser();

  private final String stamp = Long.toString(System.nanoTime());

  @BeforeEach
  void nobodyWaits() {
    Console.clear();
  }

  @Test
  void whoWaitsIsToldThePlaceWhichIsBetterWhenTheOneBeforeIsTaken() {
    Page office = Console.open(shop);
    office.locator("#presence").click();
    assertThat(office.locator("#presence")).hasAttribute("aria-pressed", "false");
    Page first = Console.customer(shop, "first-" + stamp + "@example.com");
    long one = Console.ask(first, "The first question");
    // Nobody is given to an agent who is there and takes none.
    ChatBrowserIT.awaitPresence(first, "away");
    Console.call(first);
    assertThat(state(first)).containsText("You are number 1 in the queue");
    Page second = Console.customer(shop, "second-" + stamp + "@example.com");
    long other = Console.ask(second, "The second question");
    Console.call(second);
    assertThat(state(second)).containsText("You are number 2 in the queue");
    assertThat(state(first)).containsText("You are number 1 in the queue");

    office.locator("#box-waiting").click();
    assertThat(office.locator("#queue-list .q")).hasCount(2);
    assertThat(office.locator("#queue-list .q").first())
        .hasAttribute("data-conversation", Long.toString(one));
    assertThat(office.locator("#rail-count")).hasText("2");
    office.locator(Console.line(one)).click();
    office.locator("[data-move=take]").click();
    assertThat(first.locator("#chat-title")).containsText("from Emporium");
    assertThat(state(first)).isEmpty();
    assertThat(state(second)).containsText("You are number 1 in the queue");
    assertThat(office.locator("#rail-count")).hasText("1");
    Console.finish(office);
    office.locator(Console.line(other)).click();
    Console.finish(office);
    assertThat(state(second)).containsText("This chat is closed");
  }

  @Test
  void whoWaitsForABusyAgentIsGivenToHimOnceHeIsDoneWithAnother() {
    busy();
    Page office = Console.open(shop);
    assertThat(office.locator("#box-mine .side__n")).hasText(Integer.toString(MOST));
    Page first = shop.visit(Device.DESKTOP);
    Console.ask(first, "The first question");
    ChatBrowserIT.awaitPresence(first, "online");
    Console.call(first);
    assertThat(state(first)).containsText("You are number 1 in the queue");
    Page second = shop.visit(Device.PHONE);
    Console.ask(second, "The second question");
    Console.call(second);
    assertThat(state(second)).containsText("You are number 2 in the queue");

    office.locator("#queue-list .q").first().click();
    Console.finish(office);
    assertThat(first.locator("#chat-title")).containsText("from Emporium", NEXT_LOOK);
    assertThat(state(second)).containsText("You are number 1 in the queue", NEXT_LOOK);
    Console.clear();
  }

  @Test
  void whoShowsAFileIsAShopperAlsoWhenHeWorksHere() {
    Page page = Console.staff(shop);
    long conversation = Console.ask(page, "Is this the right lamp? " + stamp);
    Request upload =
        page.waitForRequest(
            Pattern.compile("/api/v1/chat/files\\?"),
            () -> page.locator("[data-part=files]").setInputFiles(picture()));
    assertThat(upload.url()).doesNotContain("as=");
    Locator picture = page.locator(".msg--me[data-number] .msg-picture img");
    assertThat(picture).hasAttribute("alt", "Picture: lamp.png");
    page.waitForCondition(() -> width(picture) == 8);
    page.locator("[data-part=files]")
        .setInputFiles(new FilePayload("bill.pdf", "application/pdf", PDF));
    assertThat(page.locator(".msg--me[data-number] .msg-file")).containsText("bill.pdf");
    assertThat(page.locator(".msg--me")).hasCount(3);
    page.reload();
    assertThat(page.locator(".msg--me .msg-picture img")).hasCount(1);
    assertThat(page.locator(".msg--me .msg-file")).hasCount(1);

    Page office = page.context().newPage();
    Console.enter(office);
    Console.show(office, conversation);
    assertThat(office.locator("#log .msg:not(.msg--me) .msg-file")).hasCount(2);
    assertThat(office.locator("#log .msg-file--picture img")).isVisible();
    assertThat(office.locator(Console.line(conversation))).containsText("A file");
  }

  @Test
  void whatIsAnsweredQuicklyArrivesInItsOrderAlsoWhenThePageIsReloaded() {
    Page office = Console.open(shop);
    Page page = shop.visit(Device.DESKTOP);
    Console.take(office, Console.ask(page, "Three things, please"));
    List<String> words = Stream.of("One", "Two", "Three").map(this::marked).toList();
    words.forEach(one -> Console.answer(office, one));
    Locator arrived =
        page.locator(
            ".msg[data-number]:not(.msg--me) .msg__bubble",
            new Page.LocatorOptions().setHasText(stamp));
    assertThat(arrived).hasText(words.toArray(String[]::new));
    List<String> more = Stream.of("Four", "Five", "Six").map(this::marked).toList();
    office.evaluate(ChatBrowserIT.SWALLOW);
    more.forEach(one -> Console.answer(office, one));
    office.reload();
    String[] all = Stream.concat(words.stream(), more.stream()).toArray(String[]::new);
    assertThat(arrived).hasText(all);
    Locator said = office.locator("#log .msg--me .msg__bubble");
    assertThat(said).hasText(all);
    assertThat(office.locator("#log [data-pending]")).hasCount(0);
    Console.finish(office);
  }

  /** A card is as high as its product once that is known, which is after it was scrolled to. */
  @Test
  void theEndOfATalkStaysInSightWhenACardGrows() {
    Page shopper = shop.visit(Device.PHONE);
    long conversation = Console.ask(shopper, "Which ball is the right one? " + stamp);
    Page office = Console.open(shop);
    Console.take(office, conversation);
    for (int i = 0; i < 8; i++) {
      Console.answer(office, "One of these " + i);
    }
    Console.answer(office, "This: /product/court-pro-basketball");
    assertThat(office.locator("#log .msg-product")).containsText("Court Pro Basketball");
    assertThat(office.locator("#log [data-pending]")).hasCount(0);
    String below = "log => log.scrollHeight - log.scrollTop - log.clientHeight";
    await().until(() -> ((Number) office.locator("#log").evaluate(below)).intValue() < 2);

    Locator last = office.locator("#log .msg").last();
    ChatBrowserIT.say(shopper, "That one" + "\n.".repeat(12));
    assertThat(last).containsText("That one");
    assertThat(last.locator(".msg__meta")).isInViewport();
    // Who reads further up stays there.
    office.locator("#log").evaluate("log => (log.scrollTop = 0)");
    ChatBrowserIT.say(shopper, "Or another one?");
    assertThat(last).containsText("Or another one?");
    assertThat(last).not().isInViewport();
    Console.finish(office);
  }

  @Test
  void whatIsWrittenStaysBesideAReadyAnswer() {
    Page office = Console.open(shop);
    Page guest = shop.visit(Device.DESKTOP);
    Console.take(office, Console.ask(guest, "Have you got an address?"));
    Locator answer = office.locator("#answer");
    answer.fill("See https://example.com/help.");
    office.locator("#bolt").click();
    assertThat(office.locator("#replies .reply").first()).isVisible();
    answer.press("Escape");
    assertThat(office.locator("#replies")).isHidden();
    assertThat(answer).hasValue("See https://example.com/help.");
    office.locator("#bolt").click();
    answer.pressSequentially("moment");
    answer.press("Enter");
    String words = "See https://example.com/help. One moment, I am looking that up for you.";
    assertThat(answer).hasValue(words);
    answer.press("Enter");
    assertThat(office.locator("#log .msg--me .msg__bubble").last()).hasText(words);
    assertThat(office.locator("#log .msg--me a")).hasAttribute("href", "https://example.com/help");
    Console.finish(office);
  }

  /** Else the guest would be sent the shortcut. */
  @ParameterizedTest
  @CsvSource({"/moment,Enter", "/moment,Send", "/looking that up,Enter"})
  void aReadyAnswerThatComesLateIsTakenAllTheSame(String typed, String key) {
    Page office = Console.open(shop);
    Deque<Route> held = new ArrayDeque<>();
    office.route(Pattern.compile("/agent/replies[?]"), held::add);
    Page guest = shop.visit(Device.DESKTOP);
    Console.take(office, Console.ask(guest, "Is anybody here?"));
    Locator answer = office.locator("#answer");
    answer.pressSequentially(typed);
    assertThat(office.locator("#replies")).containsText("Loading");
    if (key.equals("Send")) {
      office.locator("#compose [type=submit]").click();
    } else {
      answer.press(key);
    }
    assertThat(answer).hasValue(typed);
    held.forEach(Route::resume);
    assertThat(answer).hasValue("One moment, I am looking that up for you.");
    assertThat(office.locator("#log .msg--me")).hasCount(0);
    // Who wants to say just that, says so.
    answer.fill(typed);
    answer.press("Escape");
    answer.press("Enter");
    assertThat(office.locator("#log .msg--me .msg__bubble")).hasText(typed);
    Console.finish(office);
  }

  /** A socket looks at so many conversations only. */
  @Test
  void whatWasOnlyLookedAtIsLeftAndWhatIsTheAgentsIsHeardAllTheSame() {
    Page office = Console.staff(shop);
    List<String> frames = new CopyOnWriteArrayList<>();
    office.onWebSocket(socket -> socket.onFrameSent(frame -> frames.add(frame.text())));
    Console.enter(office);
    long one = Console.ask(shop.visit(Device.DESKTOP), "Only looked at");
    long another = Console.ask(shop.visit(Device.DESKTOP), "Looked at after it");
    Page guest = shop.visit(Device.DESKTOP);
    long taken = Console.ask(guest, "Taken");
    Console.take(office, taken);
    // What was taken just now is kept in any case.
    office.reload();
    assertThat(office.locator("#console")).hasAttribute("data-link", "open");
    Console.show(office, one);
    Console.show(office, another);
    office.waitForCondition(() -> frames.stream().anyMatch(frame -> isLeave(frame, one)));
    ChatBrowserIT.say(guest, "Still heard? " + stamp);
    assertThat(office.locator("#say")).hasText("Guest: Still heard? " + stamp);
    assertThat(frames).noneMatch(frame -> isLeave(frame, taken));
    Console.show(office, taken);
    Console.finish(office);
  }

  private static boolean isLeave(String frame, long conversation) {
    return frame != null && frame.contains("\"leave\"") && frame.contains(":" + conversation);
  }

  @Test
  void onlyWhoHasAnAddressIsAnsweredByMail() {
    Page office = Console.open(shop);
    Page guest = shop.visit(Device.DESKTOP);
    Console.take(office, Console.ask(guest, "Nobody knows my address"));
    assertThat(office.locator("[data-move=release]")).isVisible();
    assertThat(office.locator("[data-move=ticket]")).hasCount(0);
    Console.finish(office);

    String email = "by-mail-" + stamp + "@example.com";
    Page page = Console.customer(shop, email);
    long conversation = Console.ask(page, "My lamp flickers.");
    Console.take(office, conversation);
    office.locator("[data-move=ticket]").click();
    assertThat(office.locator("#talk-state .badge")).hasText("Ticket");
    assertThat(office.locator("[data-move=ticket]")).hasCount(0);
    assertThat(state(page)).containsText("We answer by e-mail");
    Console.answer(office, marked("It is the bulb."));
    assertThat(page.locator(".chat__log")).containsText(stamp);

    Page mails = page.context().newPage();
    String link = Mailbox.link(mails, email, "An answer to your message " + conversation);
    assertThat(mails.locator(".mail")).containsText(marked("It is the bulb."));
    mails.navigate(link);
    assertThat(mails).hasURL(Pattern.compile("/support/" + conversation + "$"));
    assertThat(mails.locator(".msg:not(.msg--me)").last()).containsText(marked("It is the bulb."));
    Console.finish(office);
  }

  /** Gives the agent as many conversations as one has at most. */
  private void busy() {
    Shelf.run(
        """
        WITH guest AS (INSERT INTO chat_visitor (created_at) SELECT now() FROM generate_series(1, %d) RETURNING id)
        INSERT INTO conversation (channel, status, status_by, language, visitor_id, agent_id)
        SELECT 'CHAT', 'OPEN', 'shop', 'en', guest.id, customer.id
          FROM guest, customer WHERE customer.email = 'agent@example.com'
        """
            .formatted(MOST));
  }

  private String marked(String words) {
    return words + " " + stamp;
  }

  private static Locator state(Page shopper) {
    return shopper.locator("[data-part=state]");
  }

  private static int width(Locator picture) {
    return ((Number) picture.evaluate("picture => picture.naturalWidth")).intValue();
  }

  private static FilePayload picture() {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", png);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return new FilePayload("lamp.png", "image/png", png.toByteArray());
  }
}
