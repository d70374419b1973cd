package shop.emporium.ejb.chat;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import shop.emporium.domain.chat.Channel;
import shop.emporium.domain.chat.ConversationStatus;
import shop.emporium.ejb.order.BuyerHistory;
import shop.emporium.ejb.order.OrderBrief;
import shop.emporium.ejb.shared.mail.MailHeading;
import shop.emporium.ejb.shared.mail.MailHistory;

/**
 * One history of a person: chats, tickets, forms, orders and mails together. A customer's is told
 * by the account; a guest's by the browser and by the address that was left, as far as it is of
 * guests. Who calls has made sure that it is an agent.
 */
@Stateless
public class TimelineService {

  /** The last page. */
  public static final int MAX_PAGE = 20;

  /** The most entries of a page. */
  public static final int MAX_SIZE = 40;

  private static final Comparator<TimelineEntry> NEWEST =
      Comparator.comparing(TimelineEntry::at)
          .thenComparing(TimelineEntry::kind)
          .thenComparing(TimelineEntry::id)
          .reversed();

  @Inject private InboxQueries inbox;
  @Inject private BuyerHistory orders;
  @Inject private MailHistory mails;

  /**
   * A page of the history of who is at the other end of a conversation; empty when there is no such
   * conversation. One statement for each kind, whichever page it is.
   */
  public Optional<TimelinePage> of(
      long conversation, @Min(1) @Max(MAX_PAGE) int page, @Min(1) @Max(MAX_SIZE) int size) {
    return inbox
        .find(conversation)
        .map(head -> PanelPerson.of(head, inbox.visitorOf(conversation)))
        .map(person -> page(person, page, size));
  }

  private TimelinePage page(PanelPerson person, int page, int size) {
    // The newest of each kind are enough, however the kinds lie among each other.
    int most = page * size + 1;
    List<TimelineEntry> all =
        Stream.of(talks(person, most), bought(person, most), mailed(person, most))
            .flatMap(List::stream)
            .sorted(NEWEST)
            .limit(most)
            .toList();
    return new TimelinePage(
        all.stream().skip((page - 1L) * size).limit(size).toList(), page, size, all.size() == most);
  }

  private List<TimelineEntry> talks(PanelPerson person, int most) {
    return inbox.ofPerson(person.customer(), person.emailKey(), person.visitor(), most).stream()
        .map(TimelineService::talk)
        .toList();
  }

  private static TimelineEntry talk(InboxRow row) {
    return new TimelineEntry(
        kind(row),
        Long.toString(row.conversation()),
        row.createdAt(),
        row.status().name().toLowerCase(Locale.ROOT),
        row.subject().isEmpty() ? row.text() : row.subject(),
        null,
        row.unread());
  }

  private static TimelineEntry.Kind kind(InboxRow row) {
    if (row.channel() == Channel.CHAT) {
      return row.status() == ConversationStatus.TICKET
          ? TimelineEntry.Kind.TICKET
          : TimelineEntry.Kind.CHAT;
    }
    return row.channel() == Channel.FORM ? TimelineEntry.Kind.FORM : TimelineEntry.Kind.CALLBACK;
  }

  private List<TimelineEntry> bought(PanelPerson person, int most) {
    return person.buyer().map(buyer -> orders.latest(buyer, most)).orElse(List.of()).stream()
        .map(TimelineService::order)
        .toList();
  }

  private static TimelineEntry order(OrderBrief order) {
    return new TimelineEntry(
        TimelineEntry.Kind.ORDER,
        order.number().text(),
        order.placedAt(),
        order.status().name().toLowerCase(Locale.ROOT),
        "",
        order.total(),
        order.pieces());
  }

  private List<TimelineEntry> mailed(PanelPerson person, int most) {
    return person.buyer().isEmpty()
        ? List.of()
        : mails.latest(person.customer(), person.emailKey(), most).stream()
            .map(TimelineService::mail)
            .toList();
  }

  private static TimelineEntry mail(MailHeading mail) {
    return new TimelineEntry(
        TimelineEntry.Kind.MAIL,
        Long.toString(mail.id()),
        mail.at(),
        mail.isSent() ? "sent" : "waiting",
        mail.template(),
        null,
        0);
  }
}
