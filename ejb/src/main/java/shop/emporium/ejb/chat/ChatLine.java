package shop.emporium.ejb.chat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import shop.emporium.domain.chat.MessageKind;
import shop.emporium.domain.chat.Sender;

/**
 * A message as it was kept.
 *
 * @param name of the agent who says it; empty for others
 * @param choices what the assistant offers beside
 */
public record ChatLine(
    long conversation,
    int number,
    String id,
    Sender sender,
    long agent,
    String name,
    MessageKind kind,
    String text,
    List<String> choices,
    Optional<FileView> file,
    Instant at) {

  /** A file that is shown. */
  public record FileView(UUID id, String name, String type, int size) {}
}
