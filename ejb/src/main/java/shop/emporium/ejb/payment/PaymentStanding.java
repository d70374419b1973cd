package shop.emporium.ejb.payment;

import java.util.Optional;
import shop.emporium.domain.order.OrderStatus;
import shop.emporium.domain.payment.PaymentStatus;

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

  private static String reason(PaymentRecord payment) {
    String known = payment.declinedFor();
    return known != null
        ? known
        : payment.status() == PaymentStatus.FAILED ? GatewayAnswer.DECLINED : GatewayAnswer.EXPIRED;
  }

  /** How it stands, as its buyer is told. */
  public PaymentProgress progress() {
    return switch (order) {
      case PLACED -> new PaymentProgress.Pending();
      case CANCELLED ->
          new PaymentProgress.Declined(
              payment.map(PaymentStanding::reason).orElse(GatewayAnswer.DECLINED));
      default -> new PaymentProgress.Paid();
    };
  }
}
