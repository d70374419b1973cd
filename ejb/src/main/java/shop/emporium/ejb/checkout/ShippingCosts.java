package shop.emporium.ejb.checkout;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import shop.emporium.ejb.shared.StoreSettings;

/** Tells what delivery costs, to somebody who has no cart yet. */
@Stateless
public class ShippingCosts {

  @Inject private TermsQueries terms;
  @Inject private StoreSettings settings;

  /**
   * Where the shop sends, and how to one country.
   *
   * @param countries all to which it sends, by their ISO 3166-1 codes
   * @param ways to the country that was asked for; none when the shop does not send there
   */
  public record Costs(List<String> countries, List<Way> ways) {}

  /**
   * A way of sending.
   *
   * @param name in the language asked for
   * @param fastest working days on the way
   * @param from for the lightest parcel with the least in it
   * @param freeFrom from which value of the goods on the lightest parcel costs nothing, 0 when it
   *     never does; empty when no value helps
   */
  public record Way(String name, int fastest, int slowest, Money from, Optional<Money> freeFrom) {}

  /**
   * What delivery to a country costs.
   *
   * @param country ISO 3166-1 code
   * @param language of the names, such as {@code de}
   */
  public Costs to(
      @NotNull @Size(min = 2, max = 2) String country, @NotNull @Size(max = 3) String language) {
    CurrencyUnit currency = settings.currency();
    TermsQueries.Market market = terms.market(country.toUpperCase(Locale.ROOT), language);
    return new Costs(
        market.countries(),
        market.ways().stream().flatMap(way -> way(way, country, currency).stream()).toList());
  }

  private static Optional<Way> way(TermsQueries.Way way, String country, CurrencyUnit currency) {
    return way.tariff()
        .price(country, 0, Money.zero(currency))
        .map(
            from ->
                new Way(
                    way.name(),
                    way.fastest(),
                    way.slowest(),
                    from,
                    way.tariff().freeFrom(country, currency)));
  }
}
