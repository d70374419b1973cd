package shop.emporium.domain.payment;

import org.joda.money.Money;

/**
 * An attempt to pay, with its money: never more is taken than was asked for, never more given back
 * than was taken.
 *
 * @param amount what is to be paid, above 0
 * @param refunding what is asked to be given back and not given yet
 * @param refunded what was given back
 */
public record PaymentAccount(PaymentStatus status, Money amount, Money refunding, Money refunded) {

  /**
   * An attempt with its money.
   *
   * @throws IllegalArgumentException when status and amounts do not fit each other
   */
  public PaymentAccount {
    boolean isGivenBack = status.isCaptured() || refunding.plus(refunded).isZero();
    boolean fits =
        switch (status) {
          case REFUNDED -> refunded.isEqual(amount);
          case PARTLY_REFUNDED -> refunded.isPositive() && refunded.isLessThan(amount);
          default -> refunded.isZero();
        };
    if (!amount.isPositive()
        || refunding.isNegative()
        || refunded.isNegative()
        || refunding.plus(refunded).isGreaterThan(amount)
        || !isGivenBack
        || !fits) {
      throw new IllegalArgumentException(
          status + " of " + amount + ": " + refunding + " asked back, " + refunded + " given back");
    }
  }

  /** An attempt that begins. */
  public static PaymentAccount begin(Money amount) {
    Money none = Money.zero(amount.getCurrencyUnit());
    return new PaymentAccount(PaymentStatus.INITIATED, amount, none, none);
  }

  /** The money that is in. */
  public Money captured() {
    return status.isCaptured() ? amount : Money.zero(amount.getCurrencyUnit());
  }

  /** What can still be asked back. */
  public Money refundable() {
    return captured().minus(refunding).minus(refunded);
  }

  /** The money is promised. */
  public PaymentAccount authorise() {
    return become(PaymentStatus.AUTHORISED);
  }

  /** The money is in. */
  public PaymentAccount capture() {
    return become(PaymentStatus.CAPTURED);
  }

  /** It was declined. */
  public PaymentAccount fail() {
    return become(PaymentStatus.FAILED);
  }

  /** It was called off. */
  public PaymentAccount callOff() {
    return become(PaymentStatus.VOIDED);
  }

  private PaymentAccount become(PaymentStatus next) {
    return new PaymentAccount(status.move(next), amount, refunding, refunded);
  }

  /**
   * Asks for a part back.
   *
   * @throws IllegalArgumentException when there is not so much that could be given back
   */
  public PaymentAccount ask(Money back) {
    if (!back.isPositive() || back.isGreaterThan(refundable())) {
      throw new IllegalArgumentException("Only " + refundable() + " can be given back");
    }
    return new PaymentAccount(status, amount, refunding.plus(back), refunded);
  }

  /** A part that was asked for was given back. */
  public PaymentAccount giveBack(Money back) {
    requireAsked(back);
    Money given = refunded.plus(back);
    PaymentStatus next =
        given.isEqual(amount) ? PaymentStatus.REFUNDED : PaymentStatus.PARTLY_REFUNDED;
    return new PaymentAccount(status.move(next), amount, refunding.minus(back), given);
  }

  /** A part that was asked for will not be given back. */
  public PaymentAccount keep(Money back) {
    requireAsked(back);
    return new PaymentAccount(status, amount, refunding.minus(back), refunded);
  }

  private void requireAsked(Money back) {
    if (!back.isPositive() || back.isGreaterThan(refunding)) {
      throw new IllegalArgumentException("Nobody asked for " + back);
    }
  }
}
