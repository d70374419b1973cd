package shop.emporium.ejb.chat;

/**
 * A conversation stands otherwise than before, or something was said in it; fired in the
 * transaction, heard of after its commit.
 */
public record ConversationChanged(long conversation) {}
