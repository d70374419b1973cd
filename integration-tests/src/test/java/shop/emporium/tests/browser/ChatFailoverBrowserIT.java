package shop.emporium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shop.emporium.tests.cluster.Shop;

/**
 * A shopper with a phone and an agent at a desk talk through two nodes, and neither notices what
 * becomes of these: each reads all that was said, once and in one order.
 */
@Tag("browser")
class ChatFailoverBrowserIT {

  private static final Pattern COUNTED = Pattern.compile("(Question|Answer) [0-9]+");
  private static final int SLOW_MS = 30_000;
  private static final int TYPING_MS = 1_000;

  private static final Duration MOST_LOST = Duration.ofSeconds(3);

  @RegisterExtension final ShopBrowser shop = new ShopBrowser();

  private final String greeting = "Is anybody there? " + System.nanoTime();
  private final List<String> questions = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();
  private Page phone;
  private Page desk;
  private ChatLine phoneLine;
  private ChatLine deskLine;
  private CompletableFuture<Void> renewal = CompletableFuture.completedFuture(null);

  /** A phone and a desk with different nodes at the other end. */
  @BeforeEach
  void talkThroughTwoNodes() {
    // What a browser says of a connection that a dying node did not take.
    shop.expect(Pattern.compile("WebSocket connection to .* failed.*"));
    phone = shop.visit(Device.PHONE);
    phoneLine = new ChatLine(phone);
    phone.navigate("/help");
    phone.locator(".chat-bubble").click();
    ask(greeting);
    assertThat(phone.locator(".msg--me[data-number]")).hasCount(1);
    desk = shop.visit(Device.DESKTOP);
    deskLine = new ChatLine(desk);
    desk.request()
        .post(
            "/api/v1/session",
            RequestOptions.create()
                .setData(Map.of("email", "agent@example.com", "password", "Demo-store-2026!")));
    desk.navigate("/agent");
    // Who asks for a person before it is known that one is there is asked for an address.
    assertThat(phone.locator(".chat-bubble"))
        .hasAttribute(
            "data-presence",
            "online",
            new LocatorAssertions.HasAttributeOptions().setTimeout(SLOW_MS));
    phone.locator(".chip--person").click();
    AgentDesk.take(desk, greeting);
    desk.waitForCondition(() -> !deskLine.node().isEmpty());
    for (int i = 0; i < 10 && deskLine.node().equals(phoneLine.node()); i++) {
      int before = deskLine.connections();
      desk.reload();
      desk.waitForCondition(() -> deskLine.connections() > before);
    }
    assertThat(deskLine.node()).isNotEqualTo(phoneLine.node());
    assertThat(desk.locator("#log .msg__bubble").first()).containsText(greeting);
    assertThat(desk.locator("#compose [type=submit]")).isEnabled();
    deskLine.forgetLosses();
  }

  @AfterEach
  void allNodesAreBack() {
    // What failed meanwhile is the test's to tell; here it must only be over.
    renewal.exceptionally(failure -> null).join();
    Shop.bringUp();
    Console.clear();
  }

  /** The second dies while the first is still down: the third has both. */
  @Test
  void nobodyNoticesThatTheNodesOfBothDieOneAfterTheOther() {
    talk(3);
    String first = phoneLine.node();
    question();
    Shop.crashForGood(first);
    answer();
    awaitAll();
    talk(3);
    String second = deskLine.node();
    answer();
    Shop.crashForGood(second);
    question();
    awaitAll();
    talk(3);
    assertThat(first).isNotEqualTo(second);
    assertExact();
    assertBothCameBackSoon();
    AccessibilityBrowserIT.findsNothingInLightAndDark(phone);
    AccessibilityBrowserIT.findsNothingInLightAndDark(desk);
  }

  /**
   * Each is drained, which has nginx read its configuration anew, stopped and started, and nginx
   * reads it once more, as for each node of a rolling update.
   */
  @Test
  void nobodyNoticesThatTheNodesOfBothAreRenewedOneAfterTheOther() {
    List<String> nodes = List.of(phoneLine.node(), deskLine.node());
    renewal =
        CompletableFuture.runAsync(
            () -> nodes.forEach(node -> Shop.store("node", node, "restart")));
    // As fast as people type: a node starts on the same two processors.
    while (!renewal.isDone()) {
      talk(1);
      phone.waitForTimeout(TYPING_MS);
    }
    renewal.join();
    talk(1);
    assertExact();
    assertBothCameBackSoon();
  }

  /** Its workers of before have eight seconds to end what they are at: then all sockets end. */
  @Test
  void nobodyNoticesThatNginxReadsItsConfigurationAnew() {
    talk(1);
    int phones = phoneLine.connections();
    int desks = deskLine.connections();
    Shop.reloadNginx();
    for (int i = 0; i < 30 && !isAnew(phones, desks); i++) {
      talk(1);
      phone.waitForTimeout(TYPING_MS);
    }
    assertThat(isAnew(phones, desks)).as(phoneLine.story()).isTrue();
    talk(1);
    assertExact();
    assertBothCameBackSoon();
  }

  private boolean isAnew(int phones, int desks) {
    return phoneLine.connections() > phones && deskLine.connections() > desks;
  }

  /** So many questions and answers, one after the other. */
  private void talk(int times) {
    IntStream.range(0, times)
        .forEach(
            time -> {
              question();
              awaitAll();
              answer();
              awaitAll();
            });
  }

  private void question() {
    questions.add("Question " + questions.size());
    ask(questions.get(questions.size() - 1));
  }

  private void ask(String text) {
    phone.locator("#chat-text").fill(text);
    phone.locator(".chat__send").click();
  }

  private void answer() {
    answers.add("Answer " + answers.size());
    desk.locator("#answer").fill(answers.get(answers.size() - 1));
    desk.locator("#answer").press("Enter");
  }

  /** Until both have all, and what they said themselves is kept. */
  private void awaitAll() {
    int all = questions.size() + answers.size();
    awaitOn(phone, () -> onPhone().size() == all);
    awaitOn(desk, () -> onDesk().size() == all);
  }

  private static void awaitOn(Page page, BooleanSupplier condition) {
    page.waitForCondition(condition, new Page.WaitForConditionOptions().setTimeout(SLOW_MS));
  }

  private List<String> onPhone() {
    return counted(phone.locator("#chat .msg[data-number] .msg__bubble"));
  }

  private List<String> onDesk() {
    return counted(desk.locator("#log .msg[data-number] .msg__bubble"));
  }

  private static List<String> counted(Locator bubbles) {
    return bubbles.allTextContents().stream()
        .map(String::strip)
        .filter(text -> COUNTED.matcher(text).matches())
        .toList();
  }

  /** Both were without a node, and found another one in time. */
  private void assertBothCameBackSoon() {
    for (ChatLine line : List.of(phoneLine, deskLine)) {
      assertThat(line.longestLoss()).as(line.story()).isBetween(Duration.ofMillis(1), MOST_LOST);
    }
  }

  /** Each once, in the order of who said it, and both see the same. */
  private void assertExact() {
    List<String> seen = onPhone();
    assertThat(seen.stream().filter(text -> text.startsWith("Q")))
        .containsExactlyElementsOf(questions);
    assertThat(seen.stream().filter(text -> text.startsWith("A")))
        .containsExactlyElementsOf(answers);
    assertThat(onDesk()).containsExactlyElementsOf(seen);
  }
}
