package shop.emporium.ejb.review;

import jakarta.persistence.Query;
import java.util.Optional;
import shop.emporium.domain.order.OrderNumber;

/**
 * Which reviews an author may see, change and delete: a customer all of his own, whoever has the
 * link of an order only the one that was written for this order.
 *
 * @param buyer whose reviews, as reviews name people
 * @param order for which order; empty for all
 */
public record ReviewReach(String buyer, Optional<OrderNumber> order) {

  /** What a statement asks of a review that it calls r. */
  static final String SQL = "r.buyer = :buyer AND (:order = 0 OR r.order_number = :order)";

  static ReviewReach ofCustomer(long customer) {
    return new ReviewReach(ReviewRepository.buyer(customer), Optional.empty());
  }

  /** Fills in what {@link #SQL} leaves open. */
  Query in(Query statement) {
    return statement
        .setParameter("buyer", buyer)
        .setParameter("order", order.map(OrderNumber::value).orElse(0L));
  }
}
