package shop.emporium.ejb.payment;

/**
 * What became of money that was to be given back.
 *
 * @param providerId what the provider calls the repayment, or null
 * @param why it was refused, for an operator; empty where it was not
 */
public record RepaymentAnswer(Kind kind, String providerId, String why) {

  /** How it stands. */
  public enum Kind {
    /** The money is on its way to the buyer. */
    DONE,
    /** Not yet: to be asked again. */
    PENDING,
    /** The provider will not, as things are. */
    REFUSED
  }

  public static RepaymentAnswer done(String providerId) {
    return new RepaymentAnswer(Kind.DONE, providerId, "");
  }

  public static RepaymentAnswer pending(String providerId) {
    return new RepaymentAnswer(Kind.PENDING, providerId, "");
  }

  public static RepaymentAnswer refused(String why) {
    return new RepaymentAnswer(Kind.REFUSED, null, why);
  }
}
