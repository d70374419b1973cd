package shop.emporium.ejb.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.order.OrderStatus;

/**
 * An order in a list.
 *
 * @param count pieces over all lines
 * @param first some of what is in it
 */
public record OrderSummary(
    OrderNumber number,
    OrderStatus status,
    Instant placedAt,
    Money total,
    int count,
    LocalDate arrivesFrom,
    LocalDate arrivesUntil,
    List<Article> first) {

  /**
   * Something that was bought.
   *
   * @param picture file name, or null
   */
  public record Article(String name, String picture) {}
}
