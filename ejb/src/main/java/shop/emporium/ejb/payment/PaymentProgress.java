package shop.emporium.ejb.payment;

import java.net.URI;

/** How far the payment of an order has come, as its buyer is told. */
public sealed interface PaymentProgress {

  /** The money is in, or none was due. */
  record Paid() implements PaymentProgress {}

  /**
   * It came to nothing; the buyer may try otherwise.
   *
   * @param reason such as {@code declined} or {@code insufficient}
   */
  record Declined(String reason) implements PaymentProgress {}

  /**
   * The buyer has something to do at the provider.
   *
   * @param page of the provider, where he goes
   */
  record ActionNeeded(URI page) implements PaymentProgress {}

  /** Not decided, or not known: the provider will tell, or be asked again. */
  record Pending() implements PaymentProgress {}
}
