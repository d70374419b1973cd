package shop.emporium.ejb.chat;

import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;
import shop.emporium.domain.chat.Channel;
import shop.emporium.domain.chat.ConversationStatus;
import shop.emporium.domain.chat.MessageText;
import shop.emporium.domain.chat.Sender;
import shop.emporium.domain.customer.EmailAddress;
import shop.emporium.ejb.shared.SqlMoment;

/** What rows of queries about the inbox say. */
final class InboxRows {

  private static final int HIT = 120;

  private InboxRows() {}

  /** The rows of a native query made for {@link Tuple}. */
  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  static List<Tuple> of(Query query) {
    return query.getResultList();
  }

  /** The key of an address of e-mail; empty when it is none. */
  static String emailKey(String typed) {
    return EmailAddress.parse(typed).map(EmailAddress::key).orElse("");
  }

  static InboxRow row(Tuple row) {
    String tags = text(row, "tags");
    return new InboxRow(
        id(row, "id"),
        Channel.valueOf(text(row, "channel")),
        ConversationStatus.valueOf(text(row, "status")),
        id(row, "customer"),
        text(row, "name"),
        text(row, "email"),
        text(row, "phone"),
        text(row, "subject"),
        text(row, "language"),
        id(row, "agent"),
        text(row, "agent_name"),
        tags.isEmpty() ? List.of() : List.of(tags.split("\n")),
        text(row, "last_text"),
        Sender.valueOf(text(row, "last_from")),
        (int) id(row, "unread"),
        SqlMoment.of(row.get("last_said_at")),
        SqlMoment.of(row.get("waiting_since")),
        SqlMoment.of(row.get("created_at")),
        SqlMoment.of(row.get("closed_at")),
        (int) id(row, "stars"),
        text(row, "comment"),
        MessageText.head(text(row, "hit"), HIT));
  }

  static long id(Tuple row, String column) {
    return ((Number) row.get(column)).longValue();
  }

  private static String text(Tuple row, String column) {
    return (String) row.get(column);
  }
}
