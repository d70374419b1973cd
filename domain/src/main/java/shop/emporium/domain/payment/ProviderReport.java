package shop.emporium.domain.payment;

import java.util.Objects;
import org.joda.money.Money;

/**
 * What a provider says of a payment, whoever asked: an answer, a notice by itself, a later look.
 *
 * @param amount what was promised or taken; null when nothing was
 */
public record ProviderReport(Kind kind, Money amount) {

  /** How a payment stands with its provider. */
  public enum Kind {
    /** The provider never heard of it. */
    UNKNOWN,
    /** Not decided: the buyer is on the provider's page, or a bank takes its time. */
    PENDING,
    /** The money is promised. */
    AUTHORISED,
    /** The money is taken. */
    CAPTURED,
    /** Declined for good. */
    DECLINED,
    /** Called off for good. */
    VOIDED
  }

  /** A report; money is named exactly where there is some. */
  public ProviderReport {
    Objects.requireNonNull(kind);
    if ((kind == Kind.AUTHORISED || kind == Kind.CAPTURED) != (amount != null)) {
      throw new IllegalArgumentException(kind + " with " + amount);
    }
  }

  /** A report without money. */
  public static ProviderReport of(Kind kind) {
    return new ProviderReport(kind, null);
  }

  /** The money is promised. */
  public static ProviderReport authorised(Money amount) {
    return new ProviderReport(Kind.AUTHORISED, amount);
  }

  /** The money is taken. */
  public static ProviderReport captured(Money amount) {
    return new ProviderReport(Kind.CAPTURED, amount);
  }
}
