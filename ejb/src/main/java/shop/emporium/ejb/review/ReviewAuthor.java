package shop.emporium.ejb.review;

import java.util.Optional;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.shared.Secret;

/**
 * Who wants to write: a customer who is signed in, or whoever has the link of a guest's order.
 *
 * @param customer empty for a guest
 * @param order the guest's order, and the only one that he may write about
 * @param link what opens it
 */
public record ReviewAuthor(
    Optional<Long> customer, Optional<OrderNumber> order, Optional<Secret> link) {

  /** A customer who is signed in. */
  public static ReviewAuthor customer(long id) {
    return new ReviewAuthor(Optional.of(id), Optional.empty(), Optional.empty());
  }

  /** Whoever has the link of a guest's order, signed in or not. */
  public static ReviewAuthor guest(OrderNumber order, Secret link) {
    return new ReviewAuthor(Optional.empty(), Optional.of(order), Optional.of(link));
  }

  /**
   * By what the attempts of one author are counted, once it is known that the link opens the order:
   * its number alone is no secret.
   */
  String key() {
    return customer
        .map(id -> "customer:" + id)
        .orElseGet(() -> "order:" + order.map(OrderNumber::text).orElse(""));
  }
}
