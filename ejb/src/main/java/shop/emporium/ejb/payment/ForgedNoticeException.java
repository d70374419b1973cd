package shop.emporium.ejb.payment;

/** A notice that the provider has not signed, not now, or that cannot be read. */
public class ForgedNoticeException extends Exception {

  public ForgedNoticeException(String why) {
    super(why);
  }
}
