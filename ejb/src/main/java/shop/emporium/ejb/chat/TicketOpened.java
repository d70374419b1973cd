package shop.emporium.ejb.chat;

import shop.emporium.domain.chat.Channel;

/**
 * A conversation has become a ticket, whose shopper is to be told where to find it; fired in the
 * transaction that makes it one.
 */
public record TicketOpened(long conversation, Channel channel) {}
