package shop.emporium.ejb.chat;

import java.time.Instant;
import java.util.Locale;
import org.joda.money.Money;

/**
 * Something that happened between a person and the shop.
 *
 * @param id the number of a conversation or an order, or of a mail
 * @param status of a conversation or an order; {@code sent} or {@code waiting} of a mail
 * @param text the subject or the last words of a conversation, or which mail it is
 * @param amount of an order; null else
 * @param count messages unseen, pieces ordered; 0 else
 */
public record TimelineEntry(
    Kind kind, String id, Instant at, String status, String text, Money amount, int count) {

  /** What it is. */
  public enum Kind {
    CHAT,
    TICKET,
    FORM,
    CALLBACK,
    ORDER,
    MAIL;

    /** As answers name it. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
