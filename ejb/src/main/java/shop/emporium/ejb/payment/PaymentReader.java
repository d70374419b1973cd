package shop.emporium.ejb.payment;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import shop.emporium.domain.order.OrderNumber;

/**
 * Reads payments for those who then ask a provider, each time in a short transaction of its own.
 *
 * <p>What is due is taken by moving its next look ahead, by more than a call can take: if the node
 * dies meanwhile, another one comes later. That another node asks at the same time does no harm, so
 * nothing is marked as taken for longer.
 */
@Stateless
public class PaymentReader {

  @Inject private PaymentQueries queries;

  /** How an order stands with its newest payment; empty when there is no such order. */
  public Optional<PaymentStanding> standing(OrderNumber order) {
    return queries.standing(order);
  }

  /** The payment that a provider knows by this reference. */
  public Optional<PaymentRecord> find(UUID reference) {
    return queries.find(reference);
  }

  /** The newest payment of an order with one provider. */
  public Optional<PaymentRecord> find(OrderNumber order, String provider) {
    return queries.find(order, provider);
  }

  /** Takes the payment that has been due for longest, to be looked up. */
  public Optional<PaymentRecord> takeDue() {
    return queries.takeDue();
  }

  /** Takes money that is to be given back and has been due for longest. */
  public Optional<DueRepayment> takeRefund() {
    return queries.takeRefund();
  }

  /** Takes money that nobody's order wants, to be given back. */
  public Optional<DueRepayment> takeStray() {
    return queries.takeStray();
  }

  /** Orders that nobody paid in time and that no provider is still to say anything of. */
  public List<OrderNumber> unpaid(int most) {
    return queries.unpaid(most);
  }
}
