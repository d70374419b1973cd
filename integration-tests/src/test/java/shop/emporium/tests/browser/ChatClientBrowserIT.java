package shop.emporium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What docs/CHAT.md wants of a shopper's browser when the other end does its worst. */
@Tag("browser")
class ChatClientBrowserIT {

  @RegisterExtension final ShopBrowser shop = new ShopBrowser();

  private Page page;
  private FakeChat chat;

  @BeforeEach
  void open() {
    page = shop.visit(Device.DESKTOP);
    chat = new FakeChat(page);
    page.navigate("/help");
    page.locator(".chat-bubble").click();
    assertThat(page.locator("#chat-title")).hasText("Rosa from Emporium");
  }

  @Test
  void eachMessageIsShownOnceInItsOrderWhateverComesTwiceOrEarly() {
    JsonObject first = chat.keep("first");
    JsonObject second = chat.keep("second");
    JsonObject third = chat.keep("third");
    chat.tell(List.of(third));
    assertThat(bubbles()).hasCount(3);
    chat.tell(List.of(first, second, third));
    chat.tell(List.of(chat.keep("fourth")));
    assertThat(bubbles()).hasText(new String[] {"first", "second", "third", "fourth"});
    assertThat(lastOpen().get("after").getAsInt()).isZero();
  }

  /** Colleagues' notes have numbers, and are nothing for shoppers. */
  @Test
  void aNumberThatIsNotForShoppersHoldsNothingUp() {
    chat.keep("before");
    JsonObject note = chat.keep("a note");
    note.addProperty("number", -1);
    chat.tell(List.of(chat.keep("after")));
    assertThat(bubbles()).hasText(new String[] {"before", "after"});
  }

  @Test
  void aNoteOfColleaguesIsNotDrawnAndCountsAsNothing() {
    page.locator("[data-part=close]").click();
    JsonObject note = new JsonObject();
    note.add("number", chat.keep("a note").get("number"));
    note.addProperty("kind", "hidden");
    chat.tell(List.of(note, chat.keep("after")));
    assertThat(page.locator("[data-unread]")).hasText("1");
    page.locator(".chat-bubble").click();
    assertThat(page.locator(".msg[data-number]")).hasText(Pattern.compile("after"));
  }

  @Test
  void whatWasNotAnsweredIsSaidAgainWithTheSameIdWithinThreeSeconds() {
    say("Does it run small?");
    JsonObject lost = chat.await("say", 1);
    Instant end = Instant.now();
    chat.end(1001);
    JsonObject again = chat.await("say", 2);
    assertThat(Duration.between(end, Instant.now())).isLessThan(Duration.ofSeconds(3));
    assertThat(again.get("id")).isEqualTo(lost.get("id"));
    chat.save(again);
    assertThat(page.locator(".msg--me[data-number]")).hasCount(1);
    assertThat(page.locator(".msg--me")).hasCount(1);
  }

  /** One at a time: what is said again must not be overtaken. */
  @Test
  void whatWasSaidFirstIsKeptFirst() {
    say("one");
    say("two");
    JsonObject one = chat.await("say", 1);
    chat.refuse(one, "unavailable");
    JsonObject again = chat.await("say", 2);
    assertThat(again.get("id")).isEqualTo(one.get("id"));
    chat.save(again);
    chat.save(chat.await("say", 3));
    assertThat(bubbles()).hasText(new String[] {"one", "two"});
  }

  @Test
  void whatIsRefusedIsToldAndCanBeSaidAgain() {
    say("Too much");
    JsonObject refused = chat.await("say", 1);
    chat.refuse(refused, "too-long");
    assertThat(page.locator(".msg--failed")).containsText("too long");
    page.locator(".msg--failed button").first().click();
    JsonObject again = chat.await("say", 2);
    assertThat(again.get("id")).isNotEqualTo(refused.get("id"));
    chat.save(again);
    assertThat(page.locator(".msg--failed")).hasCount(0);
    assertThat(page.locator(".msg--me")).hasCount(1);
  }

  @Test
  void whoseSignInHasEndedComesBackWithAKeyOfItsOwn() {
    chat.tell(List.of(chat.keep("of the customer")));
    assertThat(bubbles()).hasCount(1);
    int keys = chat.keys();
    chat.end(4401);
    assertThat(chat.keys()).isGreaterThan(keys);
  }

  /** What people write is text, whatever it looks like. */
  @Test
  void onlyAddressesOfTheWebAndOfTheShopBecomeLinks() {
    chat.tell(
        List.of(
            chat.keep(
                "<img src=x onerror=alert(1)> javascript:alert(1) and/or /cart,"
                    + " https://example.com/a?b=c. data:text/html,x </b>")));
    assertThat(bubbles().locator("a")).hasText(new String[] {"/cart", "https://example.com/a?b=c"});
    assertThat(bubbles()).containsText("<img src=x");
    assertThat(bubbles().locator("a").first()).hasAttribute("href", "/cart");
    assertThat(bubbles().locator("img")).hasCount(0);
  }

  private JsonObject lastOpen() {
    List<JsonObject> all = chat.all("open");
    return all.get(all.size() - 1);
  }

  private void say(String text) {
    page.locator("#chat-text").fill(text);
    page.locator("#chat-text").press("Enter");
  }

  private Locator bubbles() {
    return page.locator(".msg[data-number] .msg__bubble");
  }
}
