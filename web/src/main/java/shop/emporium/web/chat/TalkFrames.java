package shop.emporium.web.chat;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import shop.emporium.domain.chat.MessageText;
import shop.emporium.domain.shared.IllegalMoveException;
import shop.emporium.ejb.chat.ChatException;
import shop.emporium.ejb.chat.Refusal;
import shop.emporium.ejb.chat.Said;
import shop.emporium.ejb.shared.DatabaseAwayException;
import shop.emporium.web.shared.RefusalLog;

/** What both sides may send: messages, and what is answered by {@code done} or {@code refused}. */
@ApplicationScoped
class TalkFrames {

  private static final System.Logger LOG = System.getLogger(TalkFrames.class.getName());

  private static final RefusalLog REFUSALS = new RefusalLog(TalkFrames.class);

  @Inject private ChatLimits limits;

  /** Something that is wanted beside saying something. */
  @FunctionalInterface
  interface Wish {

    void carryOut() throws ChatFrame.Refused;
  }

  /**
   * Says something, and answers when it is kept.
   *
   * @param words says a clean text, which is empty where a file is shown
   */
  void say(ChatSocket socket, ChatFrame frame, Function<String, CompletionStage<Said>> words)
      throws ChatFrame.Refused {
    String id = frame.id();
    String typed = frame.text("text");
    boolean isFile = frame.file().isPresent();
    Optional<String> text = MessageText.clean(typed);
    if (!maySay(socket, frame)) {
      refuse(socket, id, Refusal.TOO_OFTEN);
    } else if (typed.length() > MessageText.MAX) {
      refuse(socket, id, Refusal.TOO_LONG);
    } else if (text.isPresent() == isFile) {
      refuse(socket, id, isFile ? Refusal.INVALID : Refusal.EMPTY);
    } else {
      say(socket, id, () -> words.apply(text.orElse("")));
    }
  }

  private boolean maySay(ChatSocket socket, ChatFrame frame) throws ChatFrame.Refused {
    return limits.maySay(socket.visitor(), frame.conversation(), System.nanoTime());
  }

  private static void say(ChatSocket socket, String id, Supplier<CompletionStage<Said>> words) {
    try {
      CompletionStage<?> unused =
          words
              .get()
              .whenComplete(
                  (said, failed) -> {
                    if (failed != null) {
                      LOG.log(Level.DEBUG, "A message is to be said again", failed);
                      socket.tell(ChatFrames.refused(id, Refusal.UNAVAILABLE));
                    } else {
                      answer(socket, id, said);
                    }
                  });
    } catch (RuntimeException away) {
      LOG.log(Level.DEBUG, "A message is to be said again", away);
      socket.tell(ChatFrames.refused(id, Refusal.UNAVAILABLE));
    }
  }

  private static void answer(ChatSocket socket, String id, Said said) {
    if (said.refusal().isPresent()) {
      refuse(socket, id, said.refusal().get());
    } else {
      socket.tell(ChatFrames.saved(id, said.saying().conversation(), said.number()));
    }
  }

  /** Carries something out, and says whether it is done. */
  void carryOut(ChatSocket socket, ChatFrame frame, Wish wish) throws ChatFrame.Refused {
    String id = frame.id();
    if (!maySay(socket, frame)) {
      refuse(socket, id, Refusal.TOO_OFTEN);
      return;
    }
    try {
      wish.carryOut();
      socket.tell(ChatFrames.done(id));
    } catch (RuntimeException failed) {
      refuse(socket, id, reason(failed));
    }
  }

  /** What passes by itself is told as what it is, where it comes from. */
  private static void refuse(ChatSocket socket, String id, Refusal why) {
    if (why != Refusal.UNAVAILABLE) {
      REFUSALS.tell("Something in the chat", socket.visitor().address(), why.name());
    }
    socket.tell(ChatFrames.refused(id, why));
  }

  private static Refusal reason(RuntimeException failed) {
    if (failed instanceof ChatException refused) {
      return refused.reason();
    }
    if (failed instanceof ConstraintViolationException) {
      return Refusal.INVALID;
    }
    if (failed instanceof IllegalMoveException) {
      return Refusal.NOT_ALLOWED;
    }
    Level level =
        failed instanceof DatabaseAwayException || failed instanceof EJBException
            ? Level.DEBUG
            : Level.WARNING;
    LOG.log(level, "Something in the chat is to be done again", failed);
    return Refusal.UNAVAILABLE;
  }
}
