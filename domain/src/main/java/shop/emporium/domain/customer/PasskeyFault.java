package shop.emporium.domain.customer;

/** Why a passkey is not taken. */
public enum PasskeyFault {
  /** What was to be signed was used already, or is older than five minutes. */
  EXPIRED,
  /** It is none that opens an account here, or it did not sign as it has to. */
  REFUSED,
  /** What the device made cannot be used here. */
  UNFIT,
  /** The device is registered already. */
  KNOWN,
  /** The customer has as many as fit. */
  FULL,
  /** The customer's address of e-mail is not confirmed yet. */
  UNCONFIRMED
}
