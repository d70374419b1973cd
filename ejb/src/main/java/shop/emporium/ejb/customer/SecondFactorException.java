package shop.emporium.ejb.customer;

import shop.emporium.domain.customer.SecondFactorFault;

/** Something about a second factor cannot be done. */
public class SecondFactorException extends AccountException {

  private final SecondFactorFault fault;

  SecondFactorException(SecondFactorFault fault) {
    super("Not done with the second factor: " + fault);
    this.fault = fault;
  }

  public SecondFactorFault getFault() {
    return fault;
  }
}
