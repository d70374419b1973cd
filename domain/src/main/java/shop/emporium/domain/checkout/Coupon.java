package shop.emporium.domain.checkout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import shop.emporium.domain.shared.Apportionment;

/**
 * A promise of a lower price, by a code that people type. An order uses one at most.
 *
 * @param minimum that the goods it is for must be worth, 0 when any value will do
 * @param from first moment at which it is good; null when it always was
 * @param until first moment at which it is not good any more; null when it never ends
 * @param totalLimit uses in all; null without limit
 * @param personLimit uses by one person; null without limit
 */
public record Coupon(
    String code,
    Benefit benefit,
    CouponScope scope,
    Money minimum,
    Instant from,
    Instant until,
    Integer totalLimit,
    Integer personLimit) {

  /** The longest code. */
  public static final int MAX_CODE = 40;

  private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]*+");

  /** A code as it is kept, of one that was typed; empty when no coupon can be called so. */
  public static Optional<String> codeOf(String typed) {
    if (typed == null) {
      return Optional.empty();
    }
    String code = typed.strip().toUpperCase(Locale.ROOT);
    return code.length() <= MAX_CODE && CODE.matcher(code).matches()
        ? Optional.of(code)
        : Optional.empty();
  }

  /**
   * Why it cannot be used for these goods, the first reason that a person could not mend coming
   * first; empty when it can.
   */
  public Optional<CouponFault> fault(List<Item> items, CouponUses uses, Instant now) {
    if (from != null && now.isBefore(from)) {
      return Optional.of(CouponFault.NOT_YET);
    }
    if (until != null && !now.isBefore(until)) {
      return Optional.of(CouponFault.OVER);
    }
    if (totalLimit != null && uses.byAll() >= totalLimit) {
      return Optional.of(CouponFault.USED_UP);
    }
    if (personLimit != null && uses.byBuyer() >= personLimit) {
      return Optional.of(CouponFault.USED_BY_YOU);
    }
    List<Item> meant = scope.of(items);
    if (meant.isEmpty()) {
      return Optional.of(CouponFault.NOT_FOR_THESE);
    }
    return worth(meant).isLessThan(minimum)
        ? Optional.of(CouponFault.BELOW_MINIMUM)
        : Optional.empty();
  }

  /**
   * What it takes off each of these items, in their order: nothing off those that it is not for,
   * and off the others by what they are worth.
   */
  List<Money> discounts(List<Item> items) {
    CurrencyUnit currency = minimum.getCurrencyUnit();
    List<Money> meant =
        items.stream()
            .map(item -> scope.includes(item) ? item.total() : Money.zero(currency))
            .toList();
    return meant.isEmpty()
        ? new ArrayList<>()
        : Apportionment.split(benefit.off(sum(meant)), meant);
  }

  private Money worth(List<Item> items) {
    return sum(items.stream().map(Item::total).toList());
  }

  private Money sum(List<Money> amounts) {
    return amounts.stream().reduce(Money.zero(minimum.getCurrencyUnit()), Money::plus);
  }
}
