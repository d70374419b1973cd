package shop.emporium.web.support;

import java.util.Locale;
import shop.emporium.ejb.chat.TicketSummary;

/**
 * A ticket in words, for a list.
 *
 * @param state in words
 * @param badge how that looks
 * @param said when something was said last
 */
public record TicketRow(
    long number, String title, String text, String state, String badge, String said) {

  static TicketRow of(TicketSummary ticket, Locale locale) {
    return new TicketRow(
        ticket.number(),
        TicketWords.title(ticket, locale),
        ticket.text(),
        TicketWords.state(ticket.state(), locale),
        TicketWords.badge(ticket.state()),
        TicketWords.moment(ticket.saidAt(), locale));
  }
}
