package shop.emporium.ejb.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Where agents say something, to shoppers or to each other. */
@ApplicationScoped
public class AgentDesk {

  @Inject private MessageStore store;

  /**
   * Something that an agent says.
   *
   * @param text clean; empty where a file is shown
   * @param isNote whether it is for colleagues only
   */
  public record Words(
      long agent, long conversation, String id, String text, boolean isNote, Optional<UUID> file) {}

  /**
   * Says it.
   *
   * @return what became of it; completed exceptionally when it is to be said again
   */
  public CompletionStage<Said> say(Words words) {
    return store.say(saying(words));
  }

  private static Saying saying(Words words) {
    if (words.file().isPresent()) {
      return Saying.file(
          words.conversation(), words.id(), Speaker.agent(words.agent()), words.file().get());
    }
    return words.isNote()
        ? Saying.note(words.conversation(), words.id(), words.agent(), words.text())
        : Saying.text(words.conversation(), words.id(), Speaker.agent(words.agent()), words.text());
  }
}
