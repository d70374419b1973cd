package shop.emporium.ejb.customer;

import shop.emporium.domain.customer.PasswordFault;

/** A password cannot be taken. */
public class UnfitPasswordException extends AccountException {

  private final PasswordFault fault;

  UnfitPasswordException(PasswordFault fault) {
    super("The password cannot be taken: " + fault);
    this.fault = fault;
  }

  public PasswordFault getFault() {
    return fault;
  }
}
