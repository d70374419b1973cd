package shop.emporium.ejb.customer;

/** The customer has no such address, sign-in or passkey; whether somebody else has is not told. */
public class UnknownEntryException extends AccountException {

  public UnknownEntryException() {
    super("No such entry in this account");
  }
}
