package shop.emporium.domain.checkout;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What one way of sending costs, by country, weight and value.
 *
 * <p>A country with rates of its own takes only those; the others take the rates without a country.
 * Where several rates cover a parcel, the cheapest counts. Where none does, this way of sending is
 * not offered.
 */
public record ShippingTariff(List<ShippingRate> rates) {

  /** A tariff that nobody changes. */
  public ShippingTariff {
    rates = List.copyOf(rates);
  }

  /**
   * The price of a parcel; empty when it cannot be sent this way.
   *
   * @param country where it goes
   * @param grams all goods together
   * @param value of the goods after discount
   */
  public Optional<Money> price(String country, long grams, Money value) {
    boolean hasOwn = rates.stream().anyMatch(rate -> country.equals(rate.country()));
    Predicate<ShippingRate> isForCountry =
        rate -> hasOwn ? country.equals(rate.country()) : rate.country() == null;
    return rates.stream()
        .filter(isForCountry)
        .filter(rate -> rate.covers(grams, value))
        .map(ShippingRate::price)
        .min(Comparator.naturalOrder());
  }

  /**
   * From which value of the goods on the lightest parcel is sent for nothing; empty when none is.
   *
   * @param currency in which values are
   */
  public Optional<Money> freeFrom(String country, CurrencyUnit currency) {
    return rates.stream()
        .mapToLong(ShippingRate::valueFrom)
        .sorted()
        .distinct()
        .mapToObj(minor -> Money.ofMinor(currency, minor))
        .filter(value -> price(country, 0, value).filter(Money::isZero).isPresent())
        .findFirst();
  }
}
