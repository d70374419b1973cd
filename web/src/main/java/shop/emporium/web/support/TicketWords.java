package shop.emporium.web.support;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import shop.emporium.domain.chat.Channel;
import shop.emporium.domain.chat.TicketState;
import shop.emporium.domain.shared.DeliveryEstimate;
import shop.emporium.ejb.chat.TicketSummary;
import shop.emporium.web.shared.PageText;

/** What tickets are called, and when something was, as pages say it. */
final class TicketWords {

  private TicketWords() {}

  /** What it is about, or by which way it came. */
  static String title(TicketSummary ticket, Locale locale) {
    if (!ticket.subject().isEmpty() && ticket.channel() != Channel.CALLBACK) {
      return ticket.subject();
    }
    return PageText.of(
        "ticket.channel." + ticket.channel().name().toLowerCase(Locale.ROOT), locale);
  }

  static String state(TicketState state, Locale locale) {
    return PageText.of("ticket.state." + state.code(), locale);
  }

  /** How a state looks. */
  static String badge(TicketState state) {
    return switch (state) {
      case WAITING -> "info";
      case ANSWERED -> "good";
      case DONE -> "neutral";
    };
  }

  /** Day and time at the place of the shop. */
  static String moment(Instant moment, Locale locale) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .localizedBy(locale)
        .format(moment.atZone(DeliveryEstimate.PLACE));
  }
}
