package shop.emporium.domain.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static shop.emporium.domain.checkout.Goods.eur;
import static shop.emporium.domain.checkout.Goods.item;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CouponTest {

  private static final Instant NOW = Goods.NOW;
  private static final Benefit TENTH = new Benefit.Percent(BigDecimal.TEN);
  private static final List<Item> CART =
      List.of(item("BOOK", "20.00", 1, "novels", "books"), item("LAMP", "30.00", 1, "lamps"));

  @Test
  void isGoodWithoutConditions() {
    assertThat(Goods.coupon(TENTH).fault(CART, CouponUses.NONE, NOW)).isEmpty();
  }

  @Test
  void isGoodFromItsFirstMomentUntilItsLast() {
    Coupon coupon = limited(NOW, NOW.plusSeconds(60), null, null);
    assertThat(coupon.fault(CART, CouponUses.NONE, NOW)).isEmpty();
    assertThat(coupon.fault(CART, CouponUses.NONE, NOW.minusMillis(1)))
        .contains(CouponFault.NOT_YET);
    assertThat(coupon.fault(CART, CouponUses.NONE, NOW.plusMillis(59_999))).isEmpty();
    assertThat(coupon.fault(CART, CouponUses.NONE, NOW.plusSeconds(60))).contains(CouponFault.OVER);
  }

  @Test
  void isUsedNoMoreOftenThanAllowed() {
    Coupon coupon = limited(null, null, 10, 2);
    assertThat(coupon.fault(CART, new CouponUses(9, 1), NOW)).isEmpty();
    assertThat(coupon.fault(CART, new CouponUses(10, 0), NOW)).contains(CouponFault.USED_UP);
    assertThat(coupon.fault(CART, new CouponUses(5, 2), NOW)).contains(CouponFault.USED_BY_YOU);
  }

  @Test
  void isForWhatItNamesAndWhatIsBelowThat() {
    Coupon books = Goods.coupon(TENTH, CouponScope.only(Set.of("books"), Set.of()), "0");
    assertThat(books.fault(CART, CouponUses.NONE, NOW)).isEmpty();
    assertThat(books.discounts(CART)).containsExactly(eur("2.00"), eur("0.00"));
    Coupon product = Goods.coupon(TENTH, CouponScope.only(Set.of(), Set.of(4L)), "0");
    assertThat(product.discounts(CART)).containsExactly(eur("2.00"), eur("3.00"));
    Coupon shoes = Goods.coupon(TENTH, CouponScope.only(Set.of("shoes"), Set.of()), "0");
    assertThat(shoes.fault(CART, CouponUses.NONE, NOW)).contains(CouponFault.NOT_FOR_THESE);
  }

  @Test
  void isForNothingWhenWhatItNamedIsGone() {
    Coupon nothing = Goods.coupon(TENTH, CouponScope.only(Set.of(), Set.of()), "0");
    assertThat(nothing.fault(CART, CouponUses.NONE, NOW)).contains(CouponFault.NOT_FOR_THESE);
  }

  @Test
  void countsOnlyWhatItIsForTowardsItsMinimum() {
    CouponScope books = CouponScope.only(Set.of("books"), Set.of());
    assertThat(Goods.coupon(TENTH, books, "20.00").fault(CART, CouponUses.NONE, NOW)).isEmpty();
    assertThat(Goods.coupon(TENTH, books, "20.01").fault(CART, CouponUses.NONE, NOW))
        .contains(CouponFault.BELOW_MINIMUM);
  }

  @Test
  void takesOffNoMoreThanItIsFor() {
    Coupon amount =
        Goods.coupon(
            new Benefit.Amount(eur("25.00")), CouponScope.only(Set.of("books"), Set.of()), "0");
    assertThat(amount.discounts(CART)).containsExactly(eur("20.00"), eur("0.00"));
  }

  @ParameterizedTest
  @CsvSource({"10, 0.05, 0.01", "10, 0.04, 0.00", "33.33, 100.00, 33.33", "100, 7.77, 7.77"})
  void roundsAPartHalfUp(BigDecimal percent, String value, String off) {
    assertThat(new Benefit.Percent(percent).off(eur(value))).isEqualTo(eur(off));
  }

  @Test
  void isOfSomething() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Benefit.Percent(BigDecimal.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Benefit.Percent(new BigDecimal("100.01")));
    assertThatIllegalArgumentException().isThrownBy(() -> new Benefit.Amount(eur("0")));
  }

  @Test
  void isReadAsPeopleTypeIt() {
    assertThat(Coupon.codeOf(" autumn10 ")).contains("AUTUMN10");
    assertThat(Coupon.codeOf("a".repeat(40))).isPresent();
    for (String none : new String[] {null, "", "-A", "A B", "A\0", "ÄPFEL", "a".repeat(41)}) {
      assertThat(Coupon.codeOf(none)).isEmpty();
    }
  }

  @Property
  void takesOffEachLineNoMoreThanItCostsAndNothingOffOthers(
      @ForAll("anyItems") List<Item> items, @ForAll("anyCoupon") Coupon coupon) {
    List<Money> discounts = coupon.discounts(items);
    assertThat(discounts).hasSameSizeAs(items);
    Money meant = eur("0");
    for (int i = 0; i < items.size(); i++) {
      Money total = items.get(i).total();
      boolean isMeant = coupon.scope().includes(items.get(i));
      meant = isMeant ? meant.plus(total) : meant;
      assertThat(discounts.get(i).isNegative()).isFalse();
      assertThat(discounts.get(i).isGreaterThan(isMeant ? total : eur("0"))).isFalse();
    }
    assertThat(discounts.stream().reduce(eur("0"), Money::plus))
        .isEqualTo(coupon.benefit().off(meant));
  }

  @Provide
  Arbitrary<List<Item>> anyItems() {
    return Goods.items();
  }

  @Provide
  Arbitrary<Coupon> anyCoupon() {
    return Goods.coupons();
  }

  private static Coupon limited(Instant from, Instant until, Integer total, Integer person) {
    return new Coupon("CODE", TENTH, CouponScope.EVERYTHING, eur("0"), from, until, total, person);
  }
}
