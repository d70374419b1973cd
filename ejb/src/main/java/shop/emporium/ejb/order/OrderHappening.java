package shop.emporium.ejb.order;

import java.time.Instant;
import java.util.Locale;
import org.joda.money.Money;

/**
 * Something that happened to an order.
 *
 * @param kind what it happened to
 * @param status that it got, as the enum of its kind names it
 * @param who as histories name it, such as {@code staff:3}
 * @param why in a few words; may be empty
 * @param amount of a refund, else null
 */
public record OrderHappening(
    Kind kind, String status, Instant at, String who, String why, Money amount) {

  /** What something happens to. */
  public enum Kind {
    ORDER,
    PARCEL,
    RETURN,
    REFUND
  }

  /** Such as {@code order.placed}: what texts are called by. */
  public String key() {
    return (kind + "." + status).toLowerCase(Locale.ROOT);
  }
}
