package shop.emporium.ejb.chat;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import shop.emporium.domain.chat.Channel;
import shop.emporium.domain.chat.ConversationStatus;
import shop.emporium.domain.chat.MessageKind;
import shop.emporium.ejb.customer.Caller;

/**
 * Where shoppers say something: in the chat that goes on, or in a new one; and what follows from
 * it, once it is kept: the assistant answers, or a ticket wakes.
 */
@ApplicationScoped
public class ChatDesk {

  private static final System.Logger LOG = System.getLogger(ChatDesk.class.getName());

  @Resource(lookup = "java:jboss/ee/concurrency/executor/chat")
  private ManagedExecutorService executor;

  @Inject private MessageStore store;
  @Inject private TalkReader reader;
  @Inject private TalkService talks;
  @Inject private AssistantDesk assistant;

  /**
   * Something that a shopper says.
   *
   * @param conversation 0 for the chat that goes on, or a new one
   * @param text clean; empty where a file is shown
   * @param language in which the page is shown
   * @param caller from where it is said
   */
  public record Words(
      ChatOwner owner,
      long conversation,
      String id,
      String text,
      Optional<UUID> file,
      String language,
      Caller caller) {

    private Saying in(long number) {
      Speaker speaker = Speaker.shopper(owner);
      return file.isPresent()
          ? Saying.file(number, id, speaker, file.get())
          : Saying.text(number, id, speaker, text);
    }
  }

  /**
   * Says it.
   *
   * @return what became of it; completed exceptionally when it is to be said again
   */
  public CompletionStage<Said> say(Words words) {
    long number =
        words.conversation() != 0
            ? words.conversation()
            : reader.current(words.owner()).map(TalkHead::id).orElse(0L);
    CompletionStage<Said> said = number == 0 ? sayInNew(words) : sayIn(number, words);
    return said.thenApply(kept -> follow(kept, words.caller()));
  }

  /** One that was closed stays so: what comes then begins a new one, unless it was said before. */
  private CompletionStage<Said> sayIn(long number, Words words) {
    return store
        .say(words.in(number))
        .thenCompose(
            said -> isClosed(said) ? sayInNew(words) : CompletableFuture.completedFuture(said));
  }

  private static boolean isClosed(Said said) {
    return said.refusal().filter(Refusal.NOT_ALLOWED::equals).isPresent()
        && said.status() == ConversationStatus.CLOSED
        && said.channel() == Channel.CHAT;
  }

  private CompletionStage<Said> sayInNew(Words words) {
    long number = talks.begin(words.owner(), words.language());
    return store.say(words.in(number));
  }

  private Said follow(Said said, Caller caller) {
    if (!said.isNew()) {
      return said;
    }
    long conversation = said.saying().conversation();
    if (said.status() == ConversationStatus.ASSISTED && said.saying().kind() == MessageKind.TEXT) {
      run(() -> assistant.answer(conversation, caller));
    } else if (said.status() == ConversationStatus.TICKET) {
      run(() -> talks.wake(conversation));
    }
    return said;
  }

  /**
   * Goes on where a node that has died left off: what nobody has answered yet is answered.
   *
   * @param head of a conversation that its shopper opens
   * @param caller from where
   */
  public void resume(TalkHead head, Caller caller) {
    if (head.status() == ConversationStatus.ASSISTED) {
      run(() -> assistant.answer(head.id(), caller));
    }
  }

  private void run(Runnable work) {
    try {
      executor.execute(
          () -> {
            try {
              work.run();
            } catch (RuntimeException failed) {
              LOG.log(Level.WARNING, "What follows upon a message was not done", failed);
            }
          });
    } catch (RejectedExecutionException full) {
      LOG.log(Level.WARNING, "Too much at once: what follows upon a message is not done", full);
    }
  }
}
