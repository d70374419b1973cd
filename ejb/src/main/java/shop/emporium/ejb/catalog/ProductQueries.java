package shop.emporium.ejb.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import shop.emporium.domain.catalog.VariantOption;
import shop.emporium.ejb.shared.JsonCodec;

/**
 * Reads one product with its variants, pictures and data sheet in one statement: the lists come as
 * JSON arrays.
 */
@ApplicationScoped
class ProductQueries {

  private static final String DETAILS =
      """
      SELECT p.id, p.slug, p.name, b.name AS brand, b.slug AS brand_slug, c.slug AS category, p.description, p.seo_title,
             p.seo_description, p.shown_rating, p.shown_ratings,
             p.reviews_1, p.reviews_2, p.reviews_3, p.reviews_4, p.reviews_5, p.reviews_revision,
             EXISTS (SELECT 1 FROM product_tag t WHERE t.product_id = p.id AND t.tag = 'new') AS fresh,
             CAST((SELECT json_agg(json_build_object('hash', f.hash, 'type', f.content_type, 'alt', pp.alt,
                       'width', f.width, 'height', f.height) ORDER BY pp.position)
                FROM product_picture pp
                JOIN picture_source s ON s.source = pp.source
                JOIN picture f ON f.hash = s.hash
               WHERE pp.product_id = p.id) AS text) AS pictures,
             CAST((SELECT json_agg(o.id ORDER BY r.position)
                FROM product_related r JOIN product o ON o.slug = r.slug AND o.visible AND o.id <> p.id
               WHERE r.product_id = p.id) AS text) AS related,
             CAST((SELECT json_agg(json_build_object('name', s.name, 'value', s.value) ORDER BY s.position)
                FROM product_specification s WHERE s.product_id = p.id) AS text) AS specifications,
             CAST((SELECT json_agg(json_build_object('sku', v.sku, 'price', v.price_minor, 'former', v.former_minor,
                       'currency', v.price_currency, 'available', v.available, 'weight', v.weight_grams, 'barcode', v.barcode,
                       'names', json_build_array(v.option1_name, v.option2_name, v.option3_name),
                       'values', json_build_array(v.option1_value, v.option2_value, v.option3_value)) ORDER BY v.position, v.id)
                FROM product_variant v WHERE v.product_id = p.id) AS text) AS variants
        FROM product p
        JOIN brand b ON b.id = p.brand_id
        JOIN category c ON c.id = p.category_id
       WHERE p.slug = :slug AND p.visible
         AND EXISTS (SELECT 1 FROM product_variant v WHERE v.product_id = p.id)
      """;

  private static final String FORMER =
      """
      SELECT p.slug FROM product_former_slug f JOIN product p ON p.id = f.product_id WHERE f.slug = :slug AND p.visible
      """;

  @PersistenceContext private EntityManager entityManager;
  @Inject private CatalogueCache cache;

  Optional<ProductDetails> details(String slug) {
    return cache.product(slug).or(() -> read(slug));
  }

  private Optional<ProductDetails> read(String slug) {
    long since = cache.changes();
    return Results.of(
            entityManager.createNativeQuery(DETAILS, Tuple.class).setParameter("slug", slug))
        .stream()
        .map(Row::new)
        .map(
            row -> {
              ProductDetails product = product(row);
              cache.keepProduct(row.id("id"), product, since);
              return product;
            })
        .findFirst();
  }

  /** The slug that a product on sale has now, found by one that it had before. */
  Optional<String> slugAfter(String formerSlug) {
    return Results.of(
            entityManager.createNativeQuery(FORMER, Tuple.class).setParameter("slug", formerSlug))
        .stream()
        .map(row -> (String) row.get("slug"))
        .findFirst();
  }

  Optional<String> nameOf(String sku) {
    return entityManager
        .createQuery(
            "SELECT v.product.name FROM ProductVariant v WHERE v.sku = ?1 AND v.product.visible",
            String.class)
        .setParameter(1, sku)
        .getResultStream()
        .findFirst();
  }

  private static ProductDetails product(Row row) {
    return new ProductDetails(
        row.text("slug"),
        row.text("name"),
        row.text("brand"),
        row.text("brand_slug"),
        row.text("category"),
        row.text("description"),
        row.text("seo_title"),
        row.text("seo_description"),
        row.decimal("shown_rating"),
        row.number("shown_ratings"),
        new ReviewCounts(
            Stream.of(1, 2, 3, 4, 5).map(stars -> row.number("reviews_" + stars)).toList(),
            row.id("reviews_revision")),
        row.flag("fresh"),
        objects(row.text("pictures"))
            .map(
                json ->
                    Picture.of(
                        json.getString("hash"),
                        json.getString("type"),
                        json.getString("alt"),
                        json.getInt("width", 0),
                        json.getInt("height", 0)))
            .toList(),
        objects(row.text("specifications"))
            .map(json -> new SpecificationView(json.getString("name"), json.getString("value")))
            .toList(),
        objects(row.text("variants")).map(ProductQueries::variant).toList(),
        ids(row.text("related")));
  }

  private static List<Long> ids(String array) {
    return array == null
        ? List.of()
        : JsonCodec.array(array).getValuesAs(JsonNumber::longValueExact);
  }

  private static VariantView variant(JsonObject json) {
    CurrencyUnit currency = CurrencyUnit.of(json.getString("currency"));
    Money former =
        json.isNull("former")
            ? null
            : Money.ofMinor(currency, json.getJsonNumber("former").longValueExact());
    return new VariantView(
        json.getString("sku"),
        options(json),
        Money.ofMinor(currency, json.getJsonNumber("price").longValueExact()),
        former,
        json.getInt("available"),
        json.getInt("weight"),
        json.getString("barcode", null));
  }

  private static List<VariantOption> options(JsonObject json) {
    return Stream.of(0, 1, 2)
        .filter(index -> !json.getJsonArray("values").isNull(index))
        .map(
            index ->
                new VariantOption(
                    json.getJsonArray("names").getString(index),
                    json.getJsonArray("values").getString(index)))
        .toList();
  }

  private static Stream<JsonObject> objects(String array) {
    return array == null
        ? Stream.of()
        : JsonCodec.array(array).getValuesAs(JsonObject.class).stream();
  }
}
