package shop.emporium.ejb.chat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shop.emporium.domain.chat.Channel;
import shop.emporium.domain.chat.ConversationStatus;

/**
 * How a conversation stands.
 *
 * @param customer whose it is; 0 for a guest's
 * @param visitor the guest; 0 where there was none
 * @param name of the shopper, as far as it is known; may be empty
 * @param email where answers go; may be empty
 * @param agent who answers, by account; 0 for nobody
 * @param agentName what that one is called
 * @param last the number of the last message
 * @param shopper how far the shopper was sent, and has seen, what was said
 * @param agents the same for those who answer
 * @param waitingSince since when it waits for a person; empty when it does not
 * @param stars 0 while it is not rated
 */
public record TalkHead(
    long id,
    Channel channel,
    ConversationStatus status,
    long customer,
    long visitor,
    String name,
    String email,
    String subject,
    String language,
    List<String> tags,
    long agent,
    String agentName,
    int last,
    Marks shopper,
    Marks agents,
    Optional<Instant> waitingSince,
    Instant begun,
    int stars) {

  /** How far one side was sent, and has seen, what was said: numbers of messages. */
  public record Marks(int delivered, int read) {}

  /** Whether it belongs to somebody. A customer's is not the guest's any more. */
  public boolean isOf(ChatOwner owner) {
    return customer == 0
        ? visitor != 0 && visitor == owner.visitorOrZero()
        : customer == owner.customerOrZero();
  }
}
