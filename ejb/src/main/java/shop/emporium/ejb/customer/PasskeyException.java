package shop.emporium.ejb.customer;

import shop.emporium.domain.customer.PasskeyFault;

/** A passkey is not taken. */
public class PasskeyException extends AccountException {

  private final PasskeyFault fault;

  PasskeyException(PasskeyFault fault) {
    super("The passkey is not taken: " + fault);
    this.fault = fault;
  }

  public PasskeyFault getFault() {
    return fault;
  }
}
