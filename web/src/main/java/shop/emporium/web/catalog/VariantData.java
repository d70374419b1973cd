package shop.emporium.web.catalog;

import static shop.emporium.ejb.shared.JsonCodec.JSON;

import jakarta.json.JsonArrayBuilder;
import java.util.List;
import java.util.Locale;
import shop.emporium.domain.catalog.VariantOption;
import shop.emporium.ejb.catalog.VariantView;
import shop.emporium.web.shared.Format;

/** What the page's script knows of a product's variants, as JSON that may stand in a page. */
final class VariantData {

  private VariantData() {}

  static String of(List<VariantView> variants, Locale locale) {
    JsonArrayBuilder all = JSON.createArrayBuilder();
    for (VariantView variant : variants) {
      all.add(
          JSON.createObjectBuilder()
              .add("sku", variant.sku())
              .add(
                  "options",
                  JSON.createArrayBuilder(
                      variant.options().stream().map(VariantOption::value).toList()))
              .add("price", Format.money(variant.price(), locale))
              .add("former", Format.money(variant.formerPrice(), locale))
              .add("discount", variant.discountPercent())
              .add("available", variant.available())
              .add("level", variant.stock().name())
              .add("words", variant.describe()));
    }
    return harmless(all.build().toString());
  }

  /** Escapes what could end the script element or mean something to a reader of HTML. */
  static String harmless(String json) {
    return json.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e");
  }
}
