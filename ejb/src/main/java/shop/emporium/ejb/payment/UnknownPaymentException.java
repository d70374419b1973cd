package shop.emporium.ejb.payment;

import jakarta.ejb.ApplicationException;

/** There is no such payment. */
@ApplicationException(rollback = true)
public class UnknownPaymentException extends RuntimeException {

  public UnknownPaymentException(long payment) {
    super("No such payment: " + payment);
  }
}
