package shop.emporium.domain.customer;

/** Why something about a second factor cannot be done. */
public enum SecondFactorFault {
  /** The code is another, was used, or ran out. */
  WRONG_CODE,
  /** What was begun took too long, or too many codes were tried. */
  EXPIRED,
  /** Nobody has confirmed that the address of the account is the customer's. */
  UNCONFIRMED,
  /** There is one already. */
  ON,
  /** There is none. */
  OFF,
  /** Whoever runs the shop has one, and has not proved it in this browser. */
  UNPROVED,
  /** Whoever runs the shop has to have one. */
  KEPT
}
