package shop.emporium.ejb.checkout;

import static shop.emporium.ejb.shared.JsonCodec.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import shop.emporium.domain.checkout.ShippingRate;
import shop.emporium.domain.checkout.ShippingTariff;
import shop.emporium.domain.checkout.TaxMode;
import shop.emporium.domain.checkout.TaxRate;
import shop.emporium.domain.checkout.TaxTable;
import shop.emporium.ejb.shared.JsonCodec;

/** Reads taxes and delivery costs of a country, in one statement. */
@ApplicationScoped
class TermsQueries {

  private static final String TERMS =
      """
      SELECT CAST(json_build_object(
        'mode', m.tax_mode, 'fastest', s.fastest_days, 'slowest', s.slowest_days,
        'name', coalesce((SELECT name FROM shipping_method_name WHERE code = s.code AND language = :language),
                         (SELECT name FROM shipping_method_name WHERE code = s.code AND language = 'en'), s.code),
        'taxes', (SELECT coalesce(json_agg(json_build_object('category', category, 'percent', percent)), '[]')
                    FROM tax_rate WHERE country = m.country),
        'rates', (SELECT coalesce(json_agg(json_build_object('country', country, 'gramsFrom', grams_from, 'gramsBelow', grams_below,
                    'valueFrom', value_from, 'valueBelow', value_below, 'price', price_minor, 'currency', currency)), '[]')
                    FROM shipping_rate WHERE method = s.code AND (country = m.country OR country IS NULL))) AS text)
        FROM market m LEFT JOIN shipping_method s ON s.code = :method AND s.active
       WHERE m.country = :country
      """;

  /** Everything at once, for a page that lets its buyer choose. */
  private static final String WAYS =
      """
      SELECT CAST(json_build_object(
        'countries', (SELECT coalesce(json_agg(country ORDER BY country), '[]') FROM market),
        'mode', m.tax_mode,
        'taxes', (SELECT coalesce(json_agg(json_build_object('category', category, 'percent', percent)), '[]')
                    FROM tax_rate WHERE country = m.country),
        'ways', (SELECT coalesce(json_agg(json_build_object('code', s.code, 'fastest', s.fastest_days, 'slowest', s.slowest_days,
                    'name', coalesce((SELECT name FROM shipping_method_name WHERE code = s.code AND language = :language),
                                     (SELECT name FROM shipping_method_name WHERE code = s.code AND language = 'en'), s.code),
                    'rates', (SELECT coalesce(json_agg(json_build_object('country', country, 'gramsFrom', grams_from, 'gramsBelow', grams_below,
                                'valueFrom', value_from, 'valueBelow', value_below, 'price', price_minor, 'currency', currency)), '[]')
                                FROM shipping_rate WHERE method = s.code AND (country = m.country OR country IS NULL)))
                    ORDER BY s.position, s.code), '[]')
                   FROM shipping_method s WHERE s.active AND m.country IS NOT NULL)) AS text)
        FROM (VALUES (1)) AS one LEFT JOIN market m ON m.country = :country
      """;

  @PersistenceContext private EntityManager entityManager;

  /**
   * A way of sending to a country.
   *
   * @param name in the language asked for
   */
  record Way(String code, String name, int fastest, int slowest, ShippingTariff tariff) {}

  /**
   * All that holds for a country.
   *
   * @param countries to which the shop sends, by their codes
   * @param taxes null when the shop does not send to the country
   */
  record Market(List<String> countries, TaxTable taxes, List<Way> ways) {}

  /** What holds for a country, with all ways of sending in their order. */
  Market market(String country, String language) {
    JsonObject json =
        JsonCodec.object(
            (String)
                entityManager
                    .createNativeQuery(WAYS)
                    .setParameter("country", country)
                    .setParameter("language", language)
                    .getSingleResult());
    return new Market(
        json.getJsonArray("countries").getValuesAs(JsonString.class).stream()
            .map(JsonString::getString)
            .toList(),
        json.isNull("mode") ? null : taxes(country, json),
        json.getJsonArray("ways").getValuesAs(JsonObject.class).stream()
            .map(TermsQueries::way)
            .toList());
  }

  private static Way way(JsonObject json) {
    return new Way(
        json.getString("code"),
        json.getString("name"),
        json.getInt("fastest"),
        json.getInt("slowest"),
        tariff(json));
  }

  /** What holds there; empty when the shop does not send to the country. */
  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  Optional<Terms> of(String country, String method, String language) {
    List<String> rows =
        entityManager
            .createNativeQuery(TERMS)
            .setParameter("country", country)
            .setParameter("method", method)
            .setParameter("language", language)
            .getResultList();
    return rows.stream().findFirst().map(json -> terms(country, json));
  }

  private static Terms terms(String country, String text) {
    JsonObject json;
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      json = reader.readObject();
    }
    boolean isSent = !json.isNull("name");
    return new Terms(
        taxes(country, json),
        tariff(json),
        isSent ? json.getString("name") : null,
        isSent ? json.getInt("fastest") : 0,
        isSent ? json.getInt("slowest") : 0);
  }

  private static ShippingTariff tariff(JsonObject json) {
    return new ShippingTariff(
        json.getJsonArray("rates").stream()
            .map(JsonValue::asJsonObject)
            .map(TermsQueries::rate)
            .toList());
  }

  private static TaxTable taxes(String country, JsonObject json) {
    TaxRate usual = TaxRate.NONE;
    Map<String, TaxRate> byCategory = new HashMap<>();
    List<JsonObject> rates = json.getJsonArray("taxes").getValuesAs(JsonObject.class);
    for (JsonObject rate : rates) {
      TaxRate percent = new TaxRate(rate.getJsonNumber("percent").bigDecimalValue());
      if (rate.isNull("category")) {
        usual = percent;
      } else {
        byCategory.put(rate.getString("category"), percent);
      }
    }
    return new TaxTable(country, TaxMode.valueOf(json.getString("mode")), usual, byCategory);
  }

  private static ShippingRate rate(JsonObject json) {
    return new ShippingRate(
        json.isNull("country") ? null : json.getString("country"),
        json.getJsonNumber("gramsFrom").longValueExact(),
        bound(json, "gramsBelow"),
        json.getJsonNumber("valueFrom").longValueExact(),
        bound(json, "valueBelow"),
        Money.ofMinor(
            CurrencyUnit.of(json.getString("currency")),
            json.getJsonNumber("price").longValueExact()));
  }

  private static Long bound(JsonObject json, String name) {
    return json.isNull(name) ? null : Long.valueOf(json.getJsonNumber(name).longValueExact());
  }
}
