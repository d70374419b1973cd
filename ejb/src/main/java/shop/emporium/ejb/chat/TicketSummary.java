package shop.emporium.ejb.chat;

import java.time.Instant;
import shop.emporium.domain.chat.Channel;
import shop.emporium.domain.chat.TicketState;

/**
 * A ticket in a list of its shopper's.
 *
 * @param subject in one line; empty where none was given
 * @param text the beginning of what was said last between people, in one line
 * @param saidAt when that was
 */
public record TicketSummary(
    long number,
    Channel channel,
    TicketState state,
    String subject,
    String text,
    Instant begunAt,
    Instant saidAt) {}
