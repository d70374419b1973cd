package shop.emporium.domain.checkout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import shop.emporium.domain.shared.Apportionment;

/**
 * Works out what goods cost: discount, delivery, tax, gift cards, in this order.
 *
 * <p>A discount lowers what is taxed. Delivery goes with what it carries: its cost is divided among
 * the rates of tax by the worth of their goods, and taxed with them. The tax of a rate is worked
 * out on all that has it together, rounded once, and divided among the lines, so that lines, rates
 * and total always agree. Gift cards are money: they lower what is still to be paid, not what it
 * costs.
 */
public final class Quotation {

  private final TaxTable taxes;
  private final CurrencyUnit currency;

  /** For a country's taxes, in a currency. */
  public Quotation(TaxTable taxes, CurrencyUnit currency) {
    this.taxes = taxes;
    this.currency = currency;
  }

  /**
   * The quote for some goods.
   *
   * @param coupon one that can be used, see {@link Coupon#fault}
   * @param tariff of the way of sending
   * @param cards in the order in which they are to be used
   * @return empty when the goods cannot be sent this way
   */
  public Optional<Quote> of(
      List<Item> items,
      Optional<Coupon> coupon,
      ShippingTariff tariff,
      List<GiftCard> cards,
      Instant now) {
    List<Money> discounts =
        coupon
            .map(c -> c.discounts(items))
            .orElseGet(() -> items.stream().map(i -> none()).toList());
    Money goods = none();
    for (int i = 0; i < items.size(); i++) {
      goods = goods.plus(items.get(i).total().minus(discounts.get(i)));
    }
    long grams = items.stream().mapToLong(Item::grams).sum();
    boolean isFree = coupon.map(c -> c.benefit().isFreeShipping()).orElse(false);
    return tariff
        .price(taxes.country(), grams, goods)
        .map(price -> quote(items, discounts, isFree ? none() : price))
        .map(quote -> quote.paidWith(GiftCard.spend(quote.total(), cards, now)));
  }

  private Quote quote(List<Item> items, List<Money> discounts, Money shipping) {
    Map<TaxRate, Group> groups = new TreeMap<>();
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      TaxRate rate = taxes.rateFor(item.categories());
      groups.computeIfAbsent(rate, Group::new).add(i, item.total().minus(discounts.get(i)));
    }
    share(shipping, groups.values());
    QuotedLine[] lines = new QuotedLine[items.size()];
    List<TaxShare> shares = new ArrayList<>();
    Money shippingTax = none();
    for (Group group : groups.values()) {
      TaxShare share = group.tax();
      List<Money> parts = Apportionment.split(share.tax(), group.amounts());
      shippingTax = shippingTax.plus(parts.get(parts.size() - 1));
      for (int i = 0; i < group.places.size(); i++) {
        int place = group.places.get(i);
        lines[place] =
            new QuotedLine(items.get(place), discounts.get(place), group.rate, parts.get(i));
      }
      shares.add(share);
    }
    return new Quote(taxes.mode(), List.of(lines), shipping, shippingTax, shares, List.of());
  }

  private void share(Money shipping, Collection<Group> groups) {
    List<Money> parts =
        groups.isEmpty()
            ? List.of()
            : Apportionment.split(shipping, groups.stream().map(Group::goods).toList());
    int next = 0;
    for (Group group : groups) {
      group.shipping = parts.get(next++);
    }
  }

  private Money none() {
    return Money.zero(currency);
  }

  /** All that has one rate of tax: lines, by their place, and a part of the delivery. */
  private final class Group {

    private final TaxRate rate;
    private final List<Integer> places = new ArrayList<>();
    private final List<Money> payable = new ArrayList<>();
    private Money shipping = none();

    Group(TaxRate rate) {
      this.rate = rate;
    }

    void add(int place, Money amount) {
      places.add(place);
      payable.add(amount);
    }

    Money goods() {
      return payable.stream().reduce(none(), Money::plus);
    }

    /** Of the lines, then of the delivery. */
    List<Money> amounts() {
      List<Money> amounts = new ArrayList<>(payable);
      amounts.add(shipping);
      return amounts;
    }

    TaxShare tax() {
      Money all = goods().plus(shipping);
      if (taxes.mode() == TaxMode.EXCLUSIVE) {
        return new TaxShare(rate, all, rate.on(all));
      }
      Money tax = rate.in(all);
      return new TaxShare(rate, all.minus(tax), tax);
    }
  }
}
