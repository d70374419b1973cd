package shop.emporium.web.support;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import shop.emporium.domain.chat.MessageKind;
import shop.emporium.domain.chat.Sender;
import shop.emporium.ejb.chat.TicketLine;
import shop.emporium.web.shared.PageText;

/**
 * Something that was said in a ticket, in words.
 *
 * @param who says it
 * @param isMine whether its reader has said it
 * @param isEvent whether it is what happened, told by the shop
 * @param lines the text line by line
 * @param file address of a file without language; empty where there is none
 * @param at when, for people
 * @param moment when, in ISO 8601
 */
public record SaidLine(
    String who,
    boolean isMine,
    boolean isEvent,
    List<String> lines,
    String file,
    String at,
    String moment) {

  private static final String FILES = "/api/v1/chat/files/";

  static SaidLine of(TicketLine line, Locale locale) {
    boolean isEvent = line.kind() == MessageKind.EVENT;
    return new SaidLine(
        who(line, locale),
        line.from() == Sender.SHOPPER,
        isEvent,
        isEvent
            ? List.of(PageText.of("ticket.event." + line.text(), locale))
            : line.text().lines().toList(),
        line.file().isEmpty() ? "" : FILES + line.file(),
        TicketWords.moment(line.at(), locale),
        // HTML knows no parts of a second smaller than thousandths.
        line.at().truncatedTo(ChronoUnit.SECONDS).toString());
  }

  private static String who(TicketLine line, Locale locale) {
    return line.agent().isEmpty()
        ? PageText.of("ticket.from." + line.from().code(), locale)
        : line.agent();
  }
}
