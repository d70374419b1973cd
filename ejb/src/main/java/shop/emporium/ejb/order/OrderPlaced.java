package shop.emporium.ejb.order;

import shop.emporium.domain.order.OrderNumber;

/**
 * An order was written. Fired in the transaction that did it, which nothing else has seen yet.
 *
 * @param isPaidLater whether its buyer is done, and pays by himself within some days
 */
public record OrderPlaced(OrderNumber number, boolean isPaidLater) {

  /** The way of paying after which the buyer is done when the order is placed. */
  static final String TRANSFER = "transfer";
}
