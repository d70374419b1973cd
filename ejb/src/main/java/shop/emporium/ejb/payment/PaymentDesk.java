package shop.emporium.ejb.payment;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Optional;
import shop.emporium.domain.order.OrderNumber;

/** Asks providers for money. No transaction is open meanwhile. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PaymentDesk {

  /**
   * Goes on with the payment of an order: asks its provider, notes what it says, and tells how it
   * stands. May be asked as often as one likes: the provider does nothing twice.
   *
   * @param token what the provider gave the buyer for his card; empty where he pays on the
   *     provider's own page
   * @param back where the provider sends the buyer afterwards
   */
  public PaymentProgress proceed(
      @NotNull OrderNumber order,
      @NotNull Optional<@Size(max = 255) String> token,
      @NotNull URI back) {
    throw new UnsupportedOperationException(order + " " + token + " " + back);
  }
}
