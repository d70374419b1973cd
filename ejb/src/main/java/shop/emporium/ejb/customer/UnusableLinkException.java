package shop.emporium.ejb.customer;

/** A link of a mail was used before, ran out, was replaced by a newer one, or never was one. */
public class UnusableLinkException extends AccountException {

  UnusableLinkException() {
    super("The link cannot be used any more");
  }
}
