package shop.emporium.ejb.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** All providers, by the name with which payments are marked. */
@ApplicationScoped
public class PaymentGateways {

  @Inject @Any private Instance<PaymentGateway> gateways;

  /**
   * The provider of a payment, whether or not new ones begin there.
   *
   * @throws IllegalArgumentException when there is none of this name
   */
  public PaymentGateway of(String name) {
    for (PaymentGateway gateway : gateways) {
      if (gateway.name().equals(name)) {
        return gateway;
      }
    }
    throw new IllegalArgumentException("There is no provider " + name);
  }
}
