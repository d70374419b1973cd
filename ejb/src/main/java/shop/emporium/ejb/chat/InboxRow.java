package shop.emporium.ejb.chat;

import java.time.Instant;
import java.util.List;
import shop.emporium.domain.chat.Channel;
import shop.emporium.domain.chat.ConversationStatus;
import shop.emporium.domain.chat.Sender;

/**
 * A conversation in a list of the inbox, or the head of one.
 *
 * @param customer 0 for a guest
 * @param name of the shopper; may be empty
 * @param email of the customer's account, or what a guest has typed; may be empty
 * @param phone may be empty
 * @param subject may be empty
 * @param agent who answers; 0 for nobody
 * @param agentName empty for nobody
 * @param text the beginning of what was said last
 * @param unread what the shopper said and no agent has seen
 * @param waitingSince null while it does not wait
 * @param closedAt null until it is closed
 * @param stars 0 until it is rated
 * @param hit what was found in it, when words were looked for; may be empty
 */
public record InboxRow(
    long conversation,
    Channel channel,
    ConversationStatus status,
    long customer,
    String name,
    String email,
    String phone,
    String subject,
    String language,
    long agent,
    String agentName,
    List<String> tags,
    String text,
    Sender from,
    int unread,
    Instant saidAt,
    Instant waitingSince,
    Instant createdAt,
    Instant closedAt,
    int stars,
    String comment,
    String hit) {}
