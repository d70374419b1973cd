package shop.emporium.ejb.order;

import java.time.Instant;
import org.joda.money.Money;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.order.OrderStatus;

/**
 * An order in one line.
 *
 * @param pieces over all lines
 */
public record OrderBrief(
    OrderNumber number, OrderStatus status, Instant placedAt, Money total, int pieces) {}
