package shop.emporium.ejb.payment;

import java.util.Optional;
import shop.emporium.domain.order.OrderStatus;

/**
 * How an order stands with its newest payment.
 *
 * @param payment empty where nothing was due
 */
public record PaymentStanding(OrderStatus order, Optional<PaymentRecord> payment) {

  /** Whether the order waits for money that may still come. */
  public boolean isOpen() {
    return order == OrderStatus.PLACED && payment.filter(one -> one.status().isOpen()).isPresent();
  }

  /** How it stands, as its buyer is told. */
  public PaymentProgress progress() {
    return switch (order) {
      case PLACED -> new PaymentProgress.Pending();
      case CANCELLED ->
          new PaymentProgress.Declined(
              payment.map(PaymentRecord::declinedFor).orElse(GatewayAnswer.DECLINED));
      default -> new PaymentProgress.Paid();
    };
  }
}
