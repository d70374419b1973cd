package shop.emporium.ejb.catalog.exchange;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import shop.emporium.domain.catalog.ProductPicture;
import shop.emporium.domain.catalog.ProductStatus;
import shop.emporium.domain.catalog.Specification;
import shop.emporium.domain.catalog.VariantOption;
import shop.emporium.domain.catalog.WeightUnit;
import shop.emporium.ejb.shared.JsonCodec;

/** Reads products out of the database as a file would describe them, whole in one statement. */
final class ProductReader {

  private static final String SELECT =
      """
      SELECT p.id, p.slug, p.name, p.description, p.product_type, p.status, p.published, p.seo_title, p.seo_description,
             p.rating_average, p.rating_count, p.category_id, CAST(p.extra AS text) AS extra, b.name AS brand,
             (SELECT json_agg(t.tag) FROM product_tag t WHERE t.product_id = p.id) AS tags,
             (SELECT json_agg(json_build_array(s.name, s.value) ORDER BY s.position)
                FROM product_specification s WHERE s.product_id = p.id) AS sheet,
             (SELECT json_agg(json_build_array(c.source, c.alt) ORDER BY c.position)
                FROM product_picture c WHERE c.product_id = p.id) AS pictures,
             (SELECT json_agg(r.slug ORDER BY r.position) FROM product_related r WHERE r.product_id = p.id) AS related,
             (SELECT json_agg(json_build_object('sku', v.sku, 'options', json_build_array(v.option1_name, v.option1_value,
                       v.option2_name, v.option2_value, v.option3_name, v.option3_value), 'currency', v.price_currency,
                       'price', v.price_minor, 'former', v.former_minor, 'available', v.available, 'grams', v.weight_grams,
                       'unit', v.weight_unit, 'barcode', v.barcode, 'picture', v.picture, 'extra', v.extra)
                     ORDER BY v.position, v.id)
                FROM product_variant v WHERE v.product_id = p.id) AS variants
        FROM product p JOIN brand b ON b.id = p.brand_id
      """;

  /** All products, in the order in which they came. */
  static final String ALL = SELECT + " ORDER BY p.id";

  /** Those of an array of ids. */
  static final String SOME = SELECT + " WHERE p.id = ANY (?)";

  private final CategoryPaths categories;

  ProductReader(CategoryPaths categories) {
    this.categories = categories;
  }

  /** The product of the row on which the cursor stands. */
  FileProduct read(ResultSet row) throws SQLException {
    return new FileProduct(
        0,
        row.getString("slug"),
        row.getString("name"),
        row.getString("description"),
        row.getString("brand"),
        categories.names(row.getLong("category_id")),
        row.getString("product_type"),
        ProductStatus.valueOf(row.getString("status")),
        row.getBoolean("published"),
        row.getString("seo_title"),
        row.getString("seo_description"),
        row.getBigDecimal("rating_average"),
        row.getInt("rating_count"),
        texts(array(row.getString("tags"))).sorted().toList(),
        pairs(row.getString("sheet")).map(p -> new Specification(p.get(0), p.get(1))).toList(),
        pairs(row.getString("pictures")).map(p -> new ProductPicture(p.get(0), p.get(1))).toList(),
        texts(array(row.getString("related"))).toList(),
        extra(JsonCodec.object(row.getString("extra"))),
        array(row.getString("variants")).getValuesAs(JsonObject.class).stream()
            .map(ProductReader::variant)
            .toList());
  }

  private static FileVariant variant(JsonObject json) {
    CurrencyUnit currency = CurrencyUnit.of(json.getString("currency"));
    return new FileVariant(
        json.getString("sku"),
        options(json.getJsonArray("options")),
        Money.ofMinor(currency, json.getJsonNumber("price").longValueExact()),
        json.isNull("former")
            ? null
            : Money.ofMinor(currency, json.getJsonNumber("former").longValueExact()),
        json.getInt("available"),
        json.getInt("grams"),
        WeightUnit.of(json.getString("unit")).orElseThrow(),
        json.isNull("barcode") ? null : json.getString("barcode"),
        json.isNull("picture") ? null : json.getString("picture"),
        extra(json.getJsonObject("extra")));
  }

  private static List<VariantOption> options(JsonArray json) {
    List<VariantOption> options = new ArrayList<>();
    for (int i = 0; i < json.size(); i += 2) {
      if (!json.isNull(i + 1)) {
        options.add(new VariantOption(json.getString(i, ""), json.getString(i + 1)));
      }
    }
    return options;
  }

  private static Map<String, String> extra(JsonObject json) {
    Map<String, String> extra = new LinkedHashMap<>();
    json.forEach((head, text) -> extra.put(head, ((JsonString) text).getString()));
    return extra;
  }

  private static Stream<List<String>> pairs(String json) {
    return array(json).getValuesAs(JsonArray.class).stream().map(pair -> texts(pair).toList());
  }

  private static Stream<String> texts(JsonArray json) {
    return json.getValuesAs(JsonString.class).stream().map(JsonString::getString);
  }

  private static JsonArray array(String json) {
    if (json == null) {
      return JsonValue.EMPTY_JSON_ARRAY;
    }
    return JsonCodec.array(json);
  }
}
