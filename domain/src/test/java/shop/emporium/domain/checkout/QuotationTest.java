package shop.emporium.domain.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.emporium.domain.checkout.Goods.cents;
import static shop.emporium.domain.checkout.Goods.eur;
import static shop.emporium.domain.checkout.Goods.item;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class QuotationTest {

  private static final Optional<Coupon> NO_COUPON = Optional.empty();

  @Test
  void showsWhatIsInAGermanPrice() {
    Coupon autumn = Goods.coupon(new Benefit.Percent(BigDecimal.TEN));
    Quote quote =
        quote(
            Goods.GERMANY,
            Optional.of(autumn),
            "0",
            item("SHOE", "96.00", 1, "shoes"),
            item("TENT", "189.00", 1, "tents"),
            item("SOCK", "14.50", 3, "socks"),
            item("MUG", "12.00", 2, "mugs"));
    assertThat(quote.items()).isEqualTo(eur("352.50"));
    assertThat(quote.discount()).isEqualTo(eur("35.25"));
    assertThat(quote.total()).isEqualTo(eur("317.25"));
    assertThat(quote.tax()).isEqualTo(eur("50.65"));
    assertThat(quote.due()).isEqualTo(quote.total());
  }

  @Test
  void addsTheTaxWherePricesAreWithoutIt() {
    Quote quote =
        quote(
            Goods.AMERICA,
            NO_COUPON,
            "9.99",
            item("A", "10.00", 3, "lamps"),
            item("B", "20.00", 1, "books"));
    assertThat(quote.items()).isEqualTo(eur("50.00"));
    // Of the delivery 5.99 go with the lamps, and are taxed as they are.
    assertThat(quote.tax()).isEqualTo(eur("3.19"));
    assertThat(quote.shippingTax()).isEqualTo(eur("0.53"));
    assertThat(quote.total()).isEqualTo(eur("63.18"));
    assertThat(quote.taxes())
        .containsExactly(
            new TaxShare(TaxRate.of("0"), eur("24.00"), eur("0.00")),
            new TaxShare(TaxRate.of("8.875"), eur("35.99"), eur("3.19")));
  }

  @Test
  void roundsTheTaxOfARateOnceNotLineByLine() {
    // 19 % in 0.10 is 0.016: by line that is 0.02 three times, together 0.05.
    Quote quote =
        quote(
            Goods.GERMANY,
            NO_COUPON,
            "0",
            item("A", "0.10", 1),
            item("B", "0.10", 1),
            item("C", "0.10", 1));
    assertThat(quote.tax()).isEqualTo(eur("0.05"));
    assertThat(quote.lines().stream().map(QuotedLine::tax))
        .containsExactly(eur("0.02"), eur("0.02"), eur("0.01"));
  }

  @Test
  void sharesTheDeliveryAmongTheRatesOfWhatItCarries() {
    Quote quote =
        quote(
            Goods.GERMANY,
            NO_COUPON,
            "4.90",
            item("BOOK", "30.00", 1, "books"),
            item("LAMP", "10.00", 1));
    assertThat(quote.taxes())
        .containsExactly(
            new TaxShare(TaxRate.of("7"), eur("31.48"), eur("2.20")),
            new TaxShare(TaxRate.of("19"), eur("9.43"), eur("1.79")));
    assertThat(quote.total()).isEqualTo(eur("44.90"));
  }

  @Test
  void deliversWithoutCostByCouponAndOnlyThen() {
    Coupon free = Goods.coupon(new Benefit.FreeShipping());
    Quote quote = quote(Goods.GERMANY, Optional.of(free), "4.90", item("A", "10.00", 1));
    assertThat(quote.shipping()).isEqualTo(eur("0"));
    assertThat(quote.discount()).isEqualTo(eur("0"));
    assertThat(quote.total()).isEqualTo(eur("10.00"));
  }

  @Test
  void costsNothingWhereEverythingIsTakenOff() {
    Coupon gift = Goods.coupon(new Benefit.Amount(eur("50.00")));
    Quote quote = quote(Goods.GERMANY, Optional.of(gift), "0", item("A", "10.00", 2));
    assertThat(quote.discount()).isEqualTo(eur("20.00"));
    assertThat(quote.total().isZero()).isTrue();
    assertThat(quote.tax().isZero()).isTrue();
  }

  @Test
  void isPaidByGiftCardsBeforeAnythingElse() {
    List<GiftCard> cards =
        List.of(
            new GiftCard(1, eur("5.00"), null, false),
            new GiftCard(2, eur("50.00"), Goods.NOW, false),
            new GiftCard(3, eur("50.00"), null, false));
    Quote quote =
        new Quotation(Goods.GERMANY, CurrencyUnit.EUR)
            .of(List.of(item("A", "20.00", 1)), NO_COUPON, Goods.costing("4.90"), cards, Goods.NOW)
            .orElseThrow();
    assertThat(quote.giftCards())
        .containsExactly(
            new GiftCard.Spending(1, eur("5.00")), new GiftCard.Spending(3, eur("19.90")));
    assertThat(quote.due().isZero()).isTrue();
    assertThat(quote.tax()).isEqualTo(eur("3.98"));
  }

  @Test
  void isNoneWhereNothingGoes() {
    ShippingTariff elsewhere =
        new ShippingTariff(List.of(new ShippingRate("AT", 0, null, 0, null, eur("1"))));
    assertThat(
            new Quotation(Goods.GERMANY, CurrencyUnit.EUR)
                .of(List.of(item("A", "20.00", 1)), NO_COUPON, elsewhere, List.of(), Goods.NOW))
        .isEmpty();
  }

  @Property
  void linesDeliveryRatesAndTotalAlwaysAgree(
      @ForAll("anyItems") List<Item> items,
      @ForAll("anyCoupon") Coupon coupon,
      @ForAll @LongRange(max = 10_000) long shipping,
      @ForAll boolean isAbroad,
      @ForAll boolean hasCoupon) {
    TaxTable table = isAbroad ? Goods.AMERICA : Goods.GERMANY;
    Quote quote =
        new Quotation(table, CurrencyUnit.EUR)
            .of(
                items,
                hasCoupon ? Optional.of(coupon) : NO_COUPON,
                new ShippingTariff(
                    List.of(new ShippingRate(null, 0, null, 0, null, cents(shipping)))),
                List.of(),
                Goods.NOW)
            .orElseThrow();

    assertThat(quote.lines().stream().map(QuotedLine::item)).containsExactlyElementsOf(items);
    for (QuotedLine line : quote.lines()) {
      assertThat(line.discount().getAmountMinorLong())
          .isBetween(0L, line.item().total().getAmountMinorLong());
      assertThat(line.tax().isNegative()).isFalse();
    }
    Money paid =
        quote.lines().stream()
            .map(line -> line.paid(quote.mode()))
            .reduce(cents(0), Money::plus)
            .plus(quote.shipping());
    assertThat(paid.plus(isAbroad ? quote.shippingTax() : cents(0))).isEqualTo(quote.total());
    Money tax = quote.taxes().stream().map(TaxShare::tax).reduce(cents(0), Money::plus);
    Money net = quote.taxes().stream().map(TaxShare::net).reduce(cents(0), Money::plus);
    assertThat(tax).isEqualTo(quote.tax());
    assertThat(net.plus(tax)).isEqualTo(quote.total());
    for (TaxShare share : quote.taxes()) {
      assertThat(share.rate().on(share.net()).minus(share.tax()).abs().getAmountMinorLong())
          .isLessThanOrEqualTo(1);
    }
  }

  @Property
  void costsTheSameInWhateverOrderThingsWerePutIn(
      @ForAll("anyItems") List<Item> items, @ForAll("anyCoupon") Coupon coupon, @ForAll long seed) {
    List<Item> shuffled = new ArrayList<>(items);
    Collections.shuffle(shuffled, new Random(seed));
    Quote one = quote(Goods.GERMANY, Optional.of(coupon), "4.90", items.toArray(new Item[0]));
    Quote other = quote(Goods.GERMANY, Optional.of(coupon), "4.90", shuffled.toArray(new Item[0]));
    assertThat(other.total()).isEqualTo(one.total());
    assertThat(other.discount()).isEqualTo(one.discount());
  }

  @Property
  void giftCardsPayNoMoreThanItCostsAndNoMoreThanTheyHave(
      @ForAll @LongRange(max = 100_000) long due,
      @ForAll @Size(max = 5) List<@LongRange(max = 50_000) Long> balances) {
    List<GiftCard> cards =
        balances.stream().map(minor -> new GiftCard(minor, cents(minor), null, false)).toList();
    List<GiftCard.Spending> spent = GiftCard.spend(cents(due), cards, Goods.NOW);
    long sum = spent.stream().mapToLong(one -> one.amount().getAmountMinorLong()).sum();
    assertThat(sum).isEqualTo(Math.min(due, balances.stream().mapToLong(Long::longValue).sum()));
    assertThat(spent)
        .allSatisfy(one -> assertThat(one.amount().getAmountMinorLong()).isBetween(1L, one.card()));
  }

  @Provide
  Arbitrary<List<Item>> anyItems() {
    return Goods.items();
  }

  @Provide
  Arbitrary<Coupon> anyCoupon() {
    return Goods.coupons();
  }

  private static Quote quote(
      TaxTable table, Optional<Coupon> coupon, String shipping, Item... items) {
    return new Quotation(table, CurrencyUnit.EUR)
        .of(List.of(items), coupon, Goods.costing(shipping), List.of(), Goods.NOW)
        .orElseThrow();
  }
}
