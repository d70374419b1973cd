package shop.emporium.web.support;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import shop.emporium.ejb.chat.Ticket;
import shop.emporium.ejb.chat.TicketLine;
import shop.emporium.ejb.chat.TicketPage;
import shop.emporium.ejb.chat.TicketSummary;

/** Tickets as the interface tells them. */
final class TicketJson {

  private TicketJson() {}

  /**
   * A ticket in a list.
   *
   * @param channel form, callback or chat
   * @param status waiting, answered or done
   * @param text the beginning of what was said last
   */
  public record Summary(
      long number,
      String channel,
      String status,
      String subject,
      String text,
      Instant createdAt,
      Instant saidAt) {

    static Summary of(TicketSummary ticket) {
      return new Summary(
          ticket.number(),
          ticket.channel().name().toLowerCase(Locale.ROOT),
          ticket.state().code(),
          ticket.subject(),
          ticket.text(),
          ticket.begunAt(),
          ticket.saidAt());
    }
  }

  /** A page of them. */
  public record Page(List<Summary> items, int page, int size, long total) {

    static Page of(TicketPage page) {
      return new Page(
          page.items().stream().map(Summary::of).toList(), page.page(), page.size(), page.total());
    }
  }

  /**
   * Something that was said.
   *
   * @param from shopper, agent, assistant or shop
   * @param name of the agent, or empty
   * @param kind text, file or event
   * @param file what is at /chat/files/{file}, or null
   */
  public record Said(
      int number, String from, String name, String kind, String text, String file, Instant at) {

    static Said of(TicketLine line) {
      return new Said(
          line.number(),
          line.from().code(),
          line.agent(),
          line.kind().code(),
          line.text(),
          line.file().isEmpty() ? null : line.file(),
          line.at());
    }
  }

  /** A ticket with what was said in it. */
  public record Whole(Summary ticket, List<Said> messages) {

    static Whole of(Ticket ticket) {
      return new Whole(
          Summary.of(ticket.summary()), ticket.lines().stream().map(Said::of).toList());
    }
  }

  /**
   * What was added.
   *
   * @param number of the message in the ticket
   */
  public record Added(int number) {}
}
