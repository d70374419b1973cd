package shop.emporium.tests.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import shop.emporium.domain.chat.ConversationStatus;
import shop.emporium.domain.chat.MessageKind;
import shop.emporium.domain.chat.Sender;
import shop.emporium.domain.shared.Secret;
import shop.emporium.ejb.chat.AgentService;
import shop.emporium.ejb.chat.ChatDesk;
import shop.emporium.ejb.chat.ChatException;
import shop.emporium.ejb.chat.ChatKeys;
import shop.emporium.ejb.chat.ChatLine;
import shop.emporium.ejb.chat.ChatOwner;
import shop.emporium.ejb.chat.MarkKeeper;
import shop.emporium.ejb.chat.MessageStore;
import shop.emporium.ejb.chat.Refusal;
import shop.emporium.ejb.chat.Said;
import shop.emporium.ejb.chat.Saying;
import shop.emporium.ejb.chat.Speaker;
import shop.emporium.ejb.chat.TalkHead;
import shop.emporium.ejb.chat.TalkReader;
import shop.emporium.ejb.chat.TalkService;

/** What is said is kept once, in order, by those who may say it. */
@Tag("integration")
@ExtendWith(ArquillianExtension.class)
class ChatIT {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Inject private Fixture shop;
  @Inject private People people;
  @Inject private ChatKeys keys;
  @Inject private TalkService talks;
  @Inject private AgentService service;
  @Inject private TalkReader reader;
  @Inject private MessageStore store;
  @Inject private MarkKeeper marks;
  @Inject private ChatDesk desk;

  private ChatOwner guest;
  private long chat;

  @BeforeEach
  void begin() {
    people.none();
    shop.execute("TRUNCATE chat_visitor, conversation CASCADE");
    guest = newGuest();
    chat = talks.begin(guest, "en");
  }

  private ChatOwner newGuest() {
    Secret key = keys.newVisitor();
    return new ChatOwner(Optional.empty(), keys.visitorOf(key));
  }

  private long agent(String email) {
    long id = people.register(email);
    shop.execute("UPDATE customer SET role = 'AGENT' WHERE id = " + id);
    return id;
  }

  private Said say(long conversation, String id, Speaker speaker, String text) {
    return get(store.say(Saying.text(conversation, id, speaker, text)).toCompletableFuture());
  }

  private static <T> T get(CompletableFuture<T> future) {
    return future.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }

  private TalkHead head() {
    return reader.heads(List.of(chat)).get(chat);
  }

  private List<ChatLine> lines() {
    return reader.since(Map.of(chat, 0)).getOrDefault(chat, List.of());
  }

  @Test
  void messagesAreNumberedWithoutAGapHoweverManyComeAtOnce() {
    List<CompletableFuture<Said>> all =
        IntStream.range(0, 90)
            .mapToObj(
                i ->
                    store
                        .say(Saying.text(chat, id(), Speaker.shopper(guest), "Message " + i))
                        .toCompletableFuture())
            .toList();
    List<Integer> numbers = all.stream().map(ChatIT::get).map(Said::number).toList();
    assertThat(numbers).containsExactlyElementsOf(IntStream.rangeClosed(1, 90).boxed().toList());
    assertThat(lines()).extracting(ChatLine::number).isSorted().hasSize(90);
    assertThat(lines().get(41).text()).isEqualTo("Message 41");
    assertThat(head().last()).isEqualTo(90);
  }

  @Test
  void theSameIdIsTheSameMessageHoweverOftenItIsSaid() {
    String id = id();
    Said first = say(chat, id, Speaker.shopper(guest), "Hello");
    List<CompletableFuture<Said>> again = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      again.add(
          store.say(Saying.text(chat, id, Speaker.shopper(guest), "Hello")).toCompletableFuture());
    }
    assertThat(first.isNew()).isTrue();
    assertThat(again.stream().map(ChatIT::get))
        .allMatch(said -> said.number() == first.number() && !said.isNew());
    assertThat(lines()).hasSize(1);
  }

  @Test
  void whatIsNotOnesOwnIsNotThere() {
    ChatOwner other = newGuest();
    Said said = say(chat, id(), Speaker.shopper(other), "Let me in");
    assertThat(said.refusal()).contains(Refusal.UNKNOWN_CONVERSATION);
    assertThat(say(99_999_999, id(), Speaker.shopper(guest), "Hello").refusal())
        .contains(Refusal.UNKNOWN_CONVERSATION);
    assertThatThrownBy(() -> talks.end(other, chat))
        .isInstanceOf(ChatException.class)
        .hasMessage("unknown-conversation");
    assertThat(lines()).isEmpty();
    assertThat(reader.current(other)).isEmpty();
  }

  @Test
  void aFileOfAnotherConversationIsNotShown() {
    Said said =
        get(
            store
                .say(Saying.file(chat, id(), Speaker.shopper(guest), UUID.randomUUID()))
                .toCompletableFuture());
    assertThat(said.refusal()).contains(Refusal.UNKNOWN_FILE);
    assertThat(say(chat, id(), Speaker.shopper(guest), "Still here").number()).isEqualTo(1);
  }

  @Test
  void onlyWhoHasTakenItAnswersAndNotesAreForColleagues() {
    long rosa = agent("rosa@example.com");
    long ivo = agent("ivo@example.com");
    assertThat(say(chat, id(), Speaker.agent(rosa), "Hello").refusal())
        .contains(Refusal.NOT_ALLOWED);
    talks.askForPerson(guest, chat);
    service.take(rosa, chat);
    assertThatThrownBy(() -> service.take(ivo, chat)).hasMessage("taken");
    assertThat(say(chat, id(), Speaker.agent(rosa), "Hello").refusal()).isEmpty();
    assertThat(say(chat, id(), Speaker.agent(ivo), "Hello").refusal())
        .contains(Refusal.NOT_ALLOWED);
    Said note =
        get(store.say(Saying.note(chat, id(), ivo, "Ask for the size")).toCompletableFuture());
    assertThat(note.refusal()).isEmpty();
    assertThat(head().agentName()).isEqualTo("Jo Doe");
    assertThat(shop.text("SELECT last_text FROM conversation WHERE id = " + chat))
        .contains("Hello");
    service.hand(rosa, chat, ivo);
    assertThat(say(chat, id(), Speaker.agent(ivo), "I go on").refusal()).isEmpty();
    assertThatThrownBy(() -> service.hand(ivo, chat, people.register("jo@example.com")))
        .hasMessage("invalid");
    assertThat(lines().stream().filter(line -> line.kind() == MessageKind.EVENT))
        .extracting(ChatLine::text)
        .containsExactly("asked", "joined Jo Doe", "handed Jo Doe");
    assertThat(lines()).extracting(ChatLine::number).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void oneOfTwoAgentsWhoTakeItAtOnceHasIt() {
    long rosa = agent("rosa@example.com");
    long ivo = agent("ivo@example.com");
    talks.askForPerson(guest, chat);
    List<CompletableFuture<Boolean>> both =
        List.of(rosa, ivo).stream()
            .map(
                agent ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          try {
                            service.take(agent, chat);
                            return true;
                          } catch (ChatException taken) {
                            return false;
                          }
                        }))
            .toList();
    assertThat(both.stream().map(ChatIT::get)).containsExactlyInAnyOrder(true, false);
    assertThat(head().status()).isEqualTo(ConversationStatus.OPEN);
  }

  @Test
  void whatComesAfterTheEndBeginsANewChatAndTheOldOneCanBeRated() {
    assertThatThrownBy(() -> talks.rate(guest, chat, 5, "")).hasMessage("not-allowed");
    talks.end(guest, chat);
    Said said =
        get(
            desk.say(
                    new ChatDesk.Words(
                        guest, chat, id(), "One thing more", Optional.empty(), "en", People.HOME))
                .toCompletableFuture());
    assertThat(said.saying().conversation()).isNotEqualTo(chat);
    talks.rate(guest, chat, 4, "Quick");
    assertThat(head().stars()).isEqualTo(4);
    assertThat(reader.current(guest).map(TalkHead::id)).contains(said.saying().conversation());
  }

  @Test
  void nobodyIsThereSoAnAddressMakesItATicket() {
    talks.askForPerson(guest, chat);
    assertThat(head().status()).isEqualTo(ConversationStatus.WAITING);
    talks.leaveAddress(guest, chat, "Ada", "ada@example.com");
    assertThat(head().status()).isEqualTo(ConversationStatus.TICKET);
    assertThat(head().email()).isEqualTo("ada@example.com");
    assertThatThrownBy(() -> talks.leaveAddress(guest, chat, "Ada", "no address"))
        .hasMessageContaining("email");
  }

  @Test
  void marksGrowAndNeverPassWhatWasSaid() {
    say(chat, id(), Speaker.shopper(guest), "One");
    say(chat, id(), Speaker.shopper(guest), "Two");
    marks.keep(new MarkKeeper.Mark(chat, true, true, 2));
    marks.keep(new MarkKeeper.Mark(chat, true, true, 1));
    marks.keep(new MarkKeeper.Mark(chat, false, false, 99));
    await().atMost(PATIENCE).until(() -> head().shopper().delivered() == 2);
    assertThat(head().agents()).isEqualTo(new TalkHead.Marks(2, 2));
    assertThat(head().shopper()).isEqualTo(new TalkHead.Marks(2, 0));
  }

  @Test
  void whatAGuestSaidIsTheCustomersFromTheSignInOn() {
    say(chat, id(), Speaker.shopper(guest), "Hello");
    long jo = people.register("jo@example.com");
    talks.claim(guest.visitor().orElseThrow(), jo);
    ChatOwner customer = new ChatOwner(Optional.of(jo), Optional.empty());
    assertThat(reader.current(customer).map(TalkHead::id)).contains(chat);
    assertThat(reader.current(guest)).isEmpty();
    // A second browser's chat gives way to the one that goes on.
    ChatOwner other = newGuest();
    long second = talks.begin(other, "en");
    talks.claim(other.visitor().orElseThrow(), jo);
    assertThat(reader.current(customer).map(TalkHead::id)).contains(chat);
    assertThat(reader.heads(List.of(second)).get(second).status())
        .isEqualTo(ConversationStatus.CLOSED);
  }

  @Test
  void manyBrowsersThatBeginAtOnceBeginOneChat() {
    ChatOwner other = newGuest();
    List<CompletableFuture<Long>> all =
        IntStream.range(0, 8)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> talks.begin(other, "en")))
            .toList();
    assertThat(all.stream().map(ChatIT::get).distinct()).hasSize(1);
  }

  @Test
  void theAssistantAnswersOnceAndAPersonIsOneClickAway() {
    get(
        desk.say(
                new ChatDesk.Words(
                    guest, chat, id(), "When are you open?", Optional.empty(), "en", People.HOME))
            .toCompletableFuture());
    await().atMost(PATIENCE).until(() -> lines().size() == 2);
    ChatLine answer = lines().get(1);
    assertThat(answer.sender()).isEqualTo(Sender.ASSISTANT);
    assertThat(answer.text()).isNotBlank();
    desk.resume(head(), People.HOME);
    talks.askForPerson(guest, chat);
    assertThat(head().status()).isEqualTo(ConversationStatus.WAITING);
    assertThat(lines().stream().filter(line -> line.sender() == Sender.ASSISTANT)).hasSize(1);
  }
}
