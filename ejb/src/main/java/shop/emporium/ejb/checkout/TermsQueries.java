package shop.emporium.ejb.checkout;

import static shop.emporium.ejb.shared.JsonCodec.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
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

  @PersistenceContext private EntityManager entityManager;

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
        new ShippingTariff(
            json.getJsonArray("rates").stream()
                .map(JsonValue::asJsonObject)
                .map(TermsQueries::rate)
                .toList()),
        isSent ? json.getString("name") : null,
        isSent ? json.getInt("fastest") : 0,
        isSent ? json.getInt("slowest") : 0);
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
