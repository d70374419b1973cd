package shop.emporium.domain.checkout;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What tests of the till share: goods, rates, coupons. */
final class Goods {

  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  static final TaxTable GERMANY = table("DE", TaxMode.INCLUSIVE, "19", "7");
  static final TaxTable AMERICA = table("US", TaxMode.EXCLUSIVE, "8.875", "0");

  private Goods() {}

  private static TaxTable table(String country, TaxMode mode, String usual, String books) {
    return new TaxTable(country, mode, TaxRate.of(usual), Map.of("books", TaxRate.of(books)));
  }

  static Money eur(String amount) {
    return Money.parse("EUR " + amount);
  }

  static Money cents(long minor) {
    return Money.ofMinor(CurrencyUnit.EUR, minor);
  }

  static Item item(String sku, String price, int quantity, String... categories) {
    return new Item(sku, sku.length(), eur(price), quantity, 500, List.of(categories));
  }

  static ShippingTariff costing(String price) {
    return new ShippingTariff(List.of(new ShippingRate(null, 0, null, 0, null, eur(price))));
  }

  static Coupon coupon(Benefit benefit) {
    return coupon(benefit, CouponScope.EVERYTHING, "0");
  }

  static Coupon coupon(Benefit benefit, CouponScope scope, String minimum) {
    return new Coupon("CODE", benefit, scope, eur(minimum), null, null, null, null);
  }

  /** Items of any price, number and category. */
  static Arbitrary<List<Item>> items() {
    Arbitrary<Item> one =
        Combinators.combine(
                Arbitraries.longs().between(0, 1_000_000),
                Arbitraries.integers().between(1, 99),
                Arbitraries.of("books", "lamps", "shoes"),
                Arbitraries.integers().between(0, 5_000))
            .as(
                (price, quantity, category, grams) ->
                    new Item("SKU", 1, cents(price), quantity, grams, List.of(category, "all")));
    return one.list().ofMinSize(1).ofMaxSize(30);
  }

  /** Coupons of any kind and scope. */
  static Arbitrary<Coupon> coupons() {
    Arbitrary<Benefit> benefits =
        Arbitraries.oneOf(
            Arbitraries.bigDecimals()
                .between(new BigDecimal("0.01"), new BigDecimal("100"))
                .ofScale(2)
                .map(Benefit.Percent::new),
            Arbitraries.longs()
                .between(1, 10_000_000)
                .map(minor -> new Benefit.Amount(cents(minor))),
            Arbitraries.just(new Benefit.FreeShipping()));
    Arbitrary<CouponScope> scopes =
        Arbitraries.of(
            CouponScope.EVERYTHING,
            CouponScope.only(Set.of("books"), Set.of()),
            CouponScope.only(Set.of("lamps", "shoes"), Set.of()));
    return Combinators.combine(benefits, scopes)
        .as((benefit, scope) -> coupon(benefit, scope, "0"));
  }
}
