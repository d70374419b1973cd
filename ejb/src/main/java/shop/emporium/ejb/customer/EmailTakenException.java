package shop.emporium.ejb.customer;

/**
 * Somebody else has registered the address to which a customer moves. Told only to who has shown,
 * by a link from there, that the mailbox is theirs.
 */
public class EmailTakenException extends AccountException {

  EmailTakenException() {
    super("The address has another account by now");
  }
}
