package shop.emporium.ejb.catalog.exchange;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.joda.money.Money;
import shop.emporium.domain.catalog.VariantOption;
import shop.emporium.ejb.shared.JsonCodec;

/** The rows of a batch as JSON arrays, one for each table, ready for {@code jsonb_to_recordset}. */
final class BatchRows {

  private final JsonArrayBuilder products = JsonCodec.JSON.createArrayBuilder();
  private final JsonArrayBuilder variants = JsonCodec.JSON.createArrayBuilder();
  private final JsonArrayBuilder tags = JsonCodec.JSON.createArrayBuilder();
  private final JsonArrayBuilder sheet = JsonCodec.JSON.createArrayBuilder();
  private final JsonArrayBuilder pictures = JsonCodec.JSON.createArrayBuilder();
  private final JsonArrayBuilder related = JsonCodec.JSON.createArrayBuilder();

  /**
   * Adds a product with all that belongs to it.
   *
   * @param known what the shop has of it, or null
   * @param variantIds an id for each variant, used for those that are new
   */
  void add(
      long id,
      FileProduct product,
      long brand,
      long category,
      BatchPlan.Known known,
      List<Long> variantIds) {
    JsonObjectBuilder row = JsonCodec.JSON.createObjectBuilder();
    row.add("id", id).add("slug", product.slug()).add("name", product.name());
    row.add("brand_id", brand).add("category_id", category);
    row.add("description", product.description());
    put(row, "seo_title", product.seoTitle());
    put(row, "seo_description", product.seoDescription());
    row.add("status", product.status().name()).add("published", product.published());
    put(row, "product_type", product.type());
    if (product.ratingAverage() != null) {
      row.add("rating_average", product.ratingAverage());
    } else if (known != null) {
      row.add("rating_average", known.ratingAverage());
    }
    if (product.ratingCount() != null) {
      row.add("rating_count", product.ratingCount());
    } else if (known != null) {
      row.add("rating_count", known.ratingCount());
    }
    row.add("extra", json(product.extra()));
    products.add(row);
    for (int i = 0; i < product.variants().size(); i++) {
      variants.add(variant(id, i, product.variants().get(i), variantIds.get(i)));
    }
    product.tags().forEach(tag -> tags.add(of(id).add("tag", tag)));
    each(
        product.specifications(),
        (place, entry) ->
            sheet.add(
                of(id)
                    .add("position", place)
                    .add("name", entry.getName())
                    .add("value", entry.getValue())));
    each(
        product.pictures(),
        (place, picture) ->
            pictures.add(
                of(id)
                    .add("position", place)
                    .add("source", picture.getSource())
                    .add("alt", picture.getAlt())));
    if (product.related() != null) {
      each(
          product.related(),
          (place, slug) -> related.add(of(id).add("position", place).add("slug", slug)));
    }
  }

  private static JsonObjectBuilder variant(long product, int index, FileVariant variant, long id) {
    JsonObjectBuilder row = of(product).add("id", id).add("position", index + 1);
    row.add("sku", variant.sku());
    for (int i = 0; i < variant.options().size(); i++) {
      VariantOption option = variant.options().get(i);
      row.add("option" + (i + 1) + "_name", option.name());
      row.add("option" + (i + 1) + "_value", option.value());
    }
    put(row, "price", variant.price());
    if (variant.formerPrice() != null) {
      put(row, "former", variant.formerPrice());
    }
    row.add("available", variant.available()).add("weight_grams", variant.weightGrams());
    row.add("weight_unit", variant.weightUnit().code());
    put(row, "barcode", variant.barcode());
    put(row, "picture", variant.picture());
    return row.add("extra", json(variant.extra()));
  }

  private static <T> void each(List<T> values, BiConsumer<Integer, T> action) {
    for (int i = 0; i < values.size(); i++) {
      action.accept(i, values.get(i));
    }
  }

  private static JsonObjectBuilder of(long product) {
    return JsonCodec.JSON.createObjectBuilder().add("product_id", product);
  }

  private static void put(JsonObjectBuilder row, String name, Money money) {
    row.add(name + "_minor", money.getAmountMinorLong());
    row.add(name + "_currency", money.getCurrencyUnit().getCode());
  }

  private static void put(JsonObjectBuilder row, String name, String text) {
    if (text != null) {
      row.add(name, text);
    }
  }

  private static JsonObject json(Map<String, String> texts) {
    JsonObjectBuilder json = JsonCodec.JSON.createObjectBuilder();
    texts.forEach(json::add);
    return json.build();
  }

  String products() {
    return products.build().toString();
  }

  String variants() {
    return variants.build().toString();
  }

  String tags() {
    return tags.build().toString();
  }

  String sheet() {
    return sheet.build().toString();
  }

  String pictures() {
    return pictures.build().toString();
  }

  String related() {
    return related.build().toString();
  }
}
