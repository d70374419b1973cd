package shop.emporium.ejb.customer;

/** As many passwords as this node checks at once are being checked, and more are waiting. */
public class BusyException extends AccountException {

  BusyException() {
    super("Too many people sign in at once");
  }
}
