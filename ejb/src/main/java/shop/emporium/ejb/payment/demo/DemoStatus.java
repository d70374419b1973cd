package shop.emporium.ejb.payment.demo;

/** How a payment stands at the demo provider. */
public enum DemoStatus {
  /** A card is still to be typed. */
  OPEN,
  /** The buyer has to confirm. */
  CHALLENGE,
  /** It takes its time. */
  PENDING,
  /** The money is taken. */
  APPROVED,
  /** For good. */
  DECLINED,
  /** The shop does not want it. */
  VOIDED
}
