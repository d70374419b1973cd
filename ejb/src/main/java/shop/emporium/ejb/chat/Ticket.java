package shop.emporium.ejb.chat;

import java.util.List;

/**
 * A ticket with what was said in it.
 *
 * @param lines in their order; of a long one the last {@link FormDesk#MOST_LINES}
 */
public record Ticket(TicketSummary summary, List<TicketLine> lines) {}
