package shop.emporium.ejb.chat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import shop.emporium.domain.chat.MessageKind;
import shop.emporium.domain.chat.MessageText;

/**
 * Something that is to be said.
 *
 * @param conversation where
 * @param id made by who says it: with the same one it is the same message
 * @param text clean, see {@link MessageText#clean}
 * @param choices what the assistant offers beside
 * @param file what is shown; empty where something is said
 */
public record Saying(
    long conversation,
    String id,
    Speaker speaker,
    MessageKind kind,
    String text,
    List<String> choices,
    Optional<UUID> file) {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{8,36}");

  /** Something that can be kept. */
  public Saying {
    choices = List.copyOf(choices);
    if (!isId(id)) {
      throw new IllegalArgumentException("No id of a message: " + id.length() + " characters");
    }
    if (text.length() > MessageText.MAX || text.isEmpty() == file.isEmpty()) {
      throw new IllegalArgumentException("A message says something or shows a file");
    }
  }

  /** Whether a text can be the id of a message. */
  public static boolean isId(String text) {
    return text != null && ID.matcher(text).matches();
  }

  /** A text. */
  public static Saying text(long conversation, String id, Speaker speaker, String text) {
    return new Saying(
        conversation, id, speaker, MessageKind.TEXT, text, List.of(), Optional.empty());
  }

  /** A note of an agent for colleagues. */
  public static Saying note(long conversation, String id, long agent, String text) {
    return new Saying(
        conversation,
        id,
        Speaker.agent(agent),
        MessageKind.NOTE,
        text,
        List.of(),
        Optional.empty());
  }

  /** A file that was uploaded. */
  public static Saying file(long conversation, String id, Speaker speaker, UUID file) {
    return new Saying(
        conversation, id, speaker, MessageKind.FILE, "", List.of(), Optional.of(file));
  }
}
