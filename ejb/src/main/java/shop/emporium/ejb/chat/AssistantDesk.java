package shop.emporium.ejb.chat;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import shop.emporium.domain.chat.ConversationStatus;
import shop.emporium.domain.chat.MessageKind;
import shop.emporium.domain.chat.MessageText;
import shop.emporium.domain.chat.Sender;
import shop.emporium.ejb.customer.Caller;

/**
 * Has the assistant answer what a shopper has said. Its answer has an id of the message that it
 * answers, so that it is said once, however many nodes think of it.
 */
@ApplicationScoped
public class AssistantDesk {

  private static final System.Logger LOG = System.getLogger(AssistantDesk.class.getName());
  private static final int LINES = 11;
  private static final int MOST_CHOICES = 6;
  private static final int LONGEST_CHOICE = 60;

  @Resource(lookup = "java:jboss/ee/concurrency/executor/chat")
  private ManagedExecutorService executor;

  @Resource(lookup = "java:jboss/ee/concurrency/executor/assistant")
  private ManagedExecutorService thinking;

  @Inject private Assistant assistant;
  @Inject private TalkReader reader;
  @Inject private MessageStore store;
  @Inject private TalkService talks;

  /** What it says before anything was said. */
  public Assistant.Answer greet(Optional<Long> customer, Locale language) {
    return tidy(assistant.greet(customer, language));
  }

  /** Answers the last thing that the shopper has said, unless a person does by now. */
  void answer(long conversation, Caller caller) {
    TalkHead head = reader.heads(List.of(conversation)).get(conversation);
    if (head == null || head.status() != ConversationStatus.ASSISTED) {
      return;
    }
    List<ChatLine> lines =
        reader
            .since(Map.of(conversation, Math.max(0, head.last() - LINES)))
            .getOrDefault(conversation, List.of())
            .stream()
            .filter(line -> line.kind() == MessageKind.TEXT)
            .toList();
    if (lines.isEmpty() || lines.get(lines.size() - 1).sender() != Sender.SHOPPER) {
      return;
    }
    ChatLine asked = lines.get(lines.size() - 1);
    CompletionStage<?> unused =
        ask(question(head, lines, asked, caller))
            .thenAcceptAsync(answer -> say(head, asked, answer), executor)
            .whenComplete((done, failed) -> complain(failed));
  }

  private static void complain(Throwable failed) {
    if (failed != null) {
      LOG.log(Level.WARNING, "What the assistant said is not kept", failed);
    }
  }

  private static Assistant.Question question(
      TalkHead head, List<ChatLine> lines, ChatLine asked, Caller caller) {
    List<Assistant.Line> before = new ArrayList<>();
    for (ChatLine line : lines.subList(0, lines.size() - 1)) {
      before.add(new Assistant.Line(line.sender() == Sender.SHOPPER, line.text()));
    }
    return new Assistant.Question(
        asked.text(),
        before,
        Optional.of(head.customer()).filter(customer -> customer != 0),
        Locale.forLanguageTag(head.language()),
        caller);
  }

  /**
   * Waits for nobody: what keeps messages must not be held up by what answers them. One that does
   * not answer in time has a person called instead.
   */
  private CompletionStage<Assistant.Answer> ask(Assistant.Question question) {
    return CompletableFuture.supplyAsync(() -> assistant.answer(question), thinking)
        .orTimeout(Assistant.PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
        .handle(AssistantDesk::orPerson);
  }

  private static Assistant.Answer orPerson(Assistant.Answer answer, Throwable failed) {
    if (failed == null) {
      return tidy(answer);
    }
    LOG.log(Level.WARNING, "The assistant has no answer", failed);
    return new Assistant.Answer("", List.of(), true);
  }

  private static Assistant.Answer tidy(Assistant.Answer answer) {
    String text = MessageText.clean(answer.text()).orElse("");
    return new Assistant.Answer(
        text.length() > MessageText.MAX ? MessageText.head(text, MessageText.MAX) : text,
        answer.choices().stream()
            .map(choice -> MessageText.head(choice, LONGEST_CHOICE))
            .filter(choice -> !choice.isEmpty())
            .limit(MOST_CHOICES)
            .toList(),
        answer.isPersonWanted());
  }

  private void say(TalkHead head, ChatLine asked, Assistant.Answer answer) {
    CompletionStage<?> said =
        answer.text().isEmpty()
            ? CompletableFuture.completedFuture(null)
            : store.say(
                new Saying(
                    head.id(),
                    "answer-to-" + asked.number(),
                    Speaker.ASSISTANT,
                    MessageKind.TEXT,
                    answer.text(),
                    answer.choices(),
                    Optional.empty()));
    CompletionStage<?> unused =
        said.thenRunAsync(
                () -> {
                  if (answer.isPersonWanted()) {
                    talks.askForPerson(ownerOf(head), head.id());
                  }
                },
                executor)
            .whenComplete((done, failed) -> complain(failed));
  }

  private static ChatOwner ownerOf(TalkHead head) {
    return new ChatOwner(
        Optional.of(head.customer()).filter(id -> id != 0),
        Optional.of(head.visitor()).filter(id -> id != 0));
  }
}
