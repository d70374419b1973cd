package shop.emporium.ejb.chat;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.Optional;
import java.util.UUID;
import shop.emporium.domain.chat.FileKind;
import shop.emporium.domain.chat.FileName;

/**
 * Keeps the files that people show each other, and gives them to those who take part.
 *
 * <p>A file is brought first, and then shown by a message that names it; one that no message names
 * is thrown away after a day. What somebody may not see is not there for him.
 */
@Stateless
public class ChatFiles {

  /** The most files of a conversation, of both sides together. */
  public static final int MOST_FILES = 20;

  /** The most bytes of all files of a conversation. */
  public static final long MOST_BYTES = 40L * 1024 * 1024;

  @Inject private ChatFileRepository files;

  /**
   * Keeps a file of a shopper.
   *
   * @param conversation its number; 0 is the chat that goes on
   * @param name as its sender calls it; may be null
   * @throws ChatFileException when it is not taken
   */
  public ChatFile bring(
      @NotNull ChatOwner owner,
      @PositiveOrZero long conversation,
      String name,
      @NotNull byte[] content) {
    FileKind kind = kind(content);
    long found =
        files
            .lock(owner, conversation)
            .orElseThrow(() -> new ChatFileException(ChatFileFault.UNKNOWN_CONVERSATION));
    return keep(found, false, name, kind, content);
  }

  /**
   * Keeps a file of somebody who works here, which the caller has made sure of.
   *
   * @param conversation its number
   * @param name as its sender calls it; may be null
   * @throws ChatFileException when it is not taken
   */
  public ChatFile bringAsAgent(
      @PositiveOrZero long conversation, String name, @NotNull byte[] content) {
    FileKind kind = kind(content);
    if (!files.lock(conversation)) {
      throw new ChatFileException(ChatFileFault.UNKNOWN_CONVERSATION);
    }
    return keep(conversation, true, name, kind, content);
  }

  /** A file of a conversation of this shopper's; empty when there is none, or it is another's. */
  public Optional<ChatFileContent> read(@NotNull ChatOwner owner, @NotNull UUID id) {
    return files.read(owner, id);
  }

  /** A file for somebody who works here, which the caller has made sure of. */
  public Optional<ChatFileContent> readAsAgent(@NotNull UUID id) {
    return files.read(id);
  }

  /**
   * Throws away some of the files that nobody has shown for a day.
   *
   * @return how many; fewer than 100 when none is left
   */
  public int purge() {
    return files.purge();
  }

  private static FileKind kind(byte[] content) {
    if (content.length > FileKind.MAX_BYTES) {
      throw new ChatFileException(ChatFileFault.TOO_LARGE);
    }
    return FileKind.of(content)
        .orElseThrow(() -> new ChatFileException(ChatFileFault.UNKNOWN_KIND));
  }

  private ChatFile keep(
      long conversation, boolean isOfAgent, String name, FileKind kind, byte[] content) {
    ChatFile file = new ChatFile(UUID.randomUUID(), FileName.of(name, kind), kind, content.length);
    if (!files.insert(conversation, isOfAgent, file, content)) {
      throw new ChatFileException(ChatFileFault.TOO_MANY);
    }
    return file;
  }
}
