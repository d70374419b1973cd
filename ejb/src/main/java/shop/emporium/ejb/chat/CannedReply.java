package shop.emporium.ejb.chat;

/**
 * An answer that is ready.
 *
 * @param body with places such as {name}, see {@link shop.emporium.domain.chat.CannedReplies#fill}
 */
public record CannedReply(long id, String shortcut, String language, String title, String body) {}
