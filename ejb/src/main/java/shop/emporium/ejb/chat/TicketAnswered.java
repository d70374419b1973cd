package shop.emporium.ejb.chat;

/**
 * An agent has answered somebody who does not wait at the other end; fired in the transaction that
 * keeps the answer.
 *
 * @param text of the answer
 * @param agent who answers, as customers are told
 */
public record TicketAnswered(long conversation, String text, String agent) {}
