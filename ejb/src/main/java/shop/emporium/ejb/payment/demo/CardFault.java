package shop.emporium.ejb.payment.demo;

/** What can be wrong with a card that has the form of one. */
public enum CardFault {
  /** A digit was mistyped. */
  NUMBER,
  /** Its month is over. */
  EXPIRED
}
