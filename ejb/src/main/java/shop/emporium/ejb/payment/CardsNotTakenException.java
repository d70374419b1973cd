package shop.emporium.ejb.payment;

import jakarta.ejb.ApplicationException;

/** Nobody takes cards for the shop: neither Stripe nor the demo provider is on. */
@ApplicationException(rollback = true)
public class CardsNotTakenException extends RuntimeException {

  public CardsNotTakenException() {
    super("Cards are not taken here");
  }
}
