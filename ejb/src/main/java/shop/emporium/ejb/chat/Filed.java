package shop.emporium.ejb.chat;

/**
 * A form that is kept.
 *
 * @param conversation its number
 * @param isNew whether it was not there before: who sends a form twice is told of the first
 */
public record Filed(long conversation, boolean isNew) {}
