package shop.emporium.web.catalog;

import static shop.emporium.ejb.shared.JsonCodec.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import shop.emporium.domain.catalog.StockLevel;
import shop.emporium.ejb.catalog.CategoryNode;
import shop.emporium.ejb.catalog.Picture;
import shop.emporium.ejb.catalog.ProductDetails;
import shop.emporium.ejb.catalog.ProductPage;
import shop.emporium.ejb.catalog.VariantView;
import shop.emporium.web.shared.PageHead;
import shop.emporium.web.shared.PageText;

/**
 * Says in the words of schema.org what pages of the catalogue are about, as JSON-LD that may stand
 * in a page.
 */
final class StructuredData {

  private static final String SCHEMA = "https://schema.org";

  /** Above this an offer for each variant would weigh more than the page. */
  private static final int MOST_OFFERS = 30;

  private static final int MOST_PICTURES = 6;

  private final String origin;
  private final String site;
  private final Locale locale;

  /**
   * A writer for pages of one language.
   *
   * @param origin scheme and host
   * @param site origin and language, what pages' addresses begin with
   */
  StructuredData(String origin, String site, Locale locale) {
    this.origin = origin;
    this.site = site;
    this.locale = locale;
  }

  static StructuredData of(PageHead head) {
    return new StructuredData(head.origin(), head.site(), head.language().getLocale());
  }

  /** The shop itself. */
  String organization() {
    return done(
        thing("Organization")
            .add("name", text("shop.name"))
            .add("url", site + "/")
            .add(
                "contactPoint",
                part("ContactPoint")
                    .add("contactType", "customer service")
                    .add("telephone", text("shop.tel"))
                    .add("email", text("shop.mail"))));
  }

  /** The site and how to search it. */
  String website() {
    return done(
        thing("WebSite")
            .add("name", text("shop.name"))
            .add("url", site + "/")
            .add("inLanguage", locale.getLanguage())
            .add(
                "potentialAction",
                part("SearchAction")
                    .add(
                        "target",
                        part("EntryPoint")
                            .add("urlTemplate", site + "/search?q={search_term_string}"))
                    .add("query-input", "required name=search_term_string")));
  }

  /**
   * The way from the home page to a page.
   *
   * @param path categories from the top down
   * @param last the page below them, or null when it is the last category's
   */
  String breadcrumbs(List<CategoryNode> path, String last) {
    JsonArrayBuilder steps = JSON.createArrayBuilder();
    steps.add(step(1, text("crumbs.home"), site + "/"));
    int position = 2;
    for (CategoryNode category : path) {
      steps.add(step(position, category.name(), site + "/category/" + category.slug()));
      position++;
    }
    if (last != null) {
      steps.add(step(position, last, null));
    }
    return done(thing("BreadcrumbList").add("itemListElement", steps));
  }

  private static JsonObjectBuilder step(int position, String name, String address) {
    JsonObjectBuilder step = part("ListItem").add("position", position).add("name", name);
    return address == null ? step : step.add("item", address);
  }

  /** The products of one page of a list. */
  String items(ProductPage page) {
    JsonArrayBuilder items = JSON.createArrayBuilder();
    for (int i = 0; i < page.items().size(); i++) {
      items.add(
          part("ListItem")
              .add("position", page.from() + i)
              .add("url", site + "/product/" + page.items().get(i).slug()));
    }
    return done(thing("ItemList").add("numberOfItems", page.total()).add("itemListElement", items));
  }

  /** A product with what it costs and whether it is to be had. */
  String product(ProductDetails product) {
    JsonObjectBuilder json =
        thing("Product")
            .add("name", product.name())
            .add("url", address(product))
            .add("brand", part("Brand").add("name", product.brand()));
    if (product.seoDescription() != null && !product.seoDescription().isBlank()) {
      json.add("description", product.seoDescription());
    }
    if (!product.pictures().isEmpty()) {
      json.add(
          "image",
          JSON.createArrayBuilder(
              product.pictures().stream()
                  .limit(MOST_PICTURES)
                  .map(Picture::file)
                  .map(file -> origin + "/media/" + file)
                  .toList()));
    }
    if (product.variants().size() == 1) {
      json.add("sku", product.variants().get(0).sku());
    }
    if (product.ratings() > 0) {
      json.add("aggregateRating", rating(product));
    }
    return done(json.add("offers", offers(product)));
  }

  private static JsonObjectBuilder rating(ProductDetails product) {
    JsonObjectBuilder rating =
        part("AggregateRating")
            .add("ratingValue", product.rating().toPlainString())
            .add("ratingCount", product.ratings());
    return product.reviews().total() == 0
        ? rating
        : rating.add("reviewCount", product.reviews().total());
  }

  private JsonObjectBuilder offers(ProductDetails product) {
    List<VariantView> variants = product.variants();
    if (variants.size() == 1) {
      return offer(product, variants.get(0));
    }
    Money lowest = variants.stream().map(VariantView::price).min(Money::compareTo).orElseThrow();
    Money highest = variants.stream().map(VariantView::price).max(Money::compareTo).orElseThrow();
    int available = variants.stream().mapToInt(VariantView::available).sum();
    JsonObjectBuilder all =
        part("AggregateOffer")
            .add("lowPrice", lowest.getAmount().toPlainString())
            .add("highPrice", highest.getAmount().toPlainString())
            .add("priceCurrency", lowest.getCurrencyUnit().getCode())
            .add("offerCount", variants.size())
            .add("availability", availability(StockLevel.of(available)));
    if (variants.size() <= MOST_OFFERS) {
      JsonArrayBuilder each = JSON.createArrayBuilder();
      variants.forEach(variant -> each.add(offer(product, variant)));
      all.add("offers", each);
    }
    return all;
  }

  private JsonObjectBuilder offer(ProductDetails product, VariantView variant) {
    JsonObjectBuilder offer =
        part("Offer")
            .add("sku", variant.sku())
            .add("price", variant.price().getAmount().toPlainString())
            .add("priceCurrency", variant.price().getCurrencyUnit().getCode())
            .add("availability", availability(variant.stock()))
            .add("url", address(product));
    if (isGtin13(variant.barcode())) {
      offer.add("gtin13", variant.barcode());
    }
    return offer;
  }

  private String address(ProductDetails product) {
    return site + "/product/" + product.slug();
  }

  private static String availability(StockLevel stock) {
    return SCHEMA
        + switch (stock) {
          case IN_STOCK -> "/InStock";
          case LOW -> "/LimitedAvailability";
          case SOLD_OUT -> "/OutOfStock";
        };
  }

  /**
   * Whether a barcode is an article number of 13 digits, of which the last checks the others.
   * Numbers that begin with 2 mean something inside one shop only.
   */
  static boolean isGtin13(String barcode) {
    if (barcode == null || !barcode.matches("[013-9][0-9]{12}")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 13; i++) {
      sum += Character.digit(barcode.charAt(i), 10) * (i % 2 == 0 ? 1 : 3);
    }
    return sum % 10 == 0;
  }

  private String text(String key) {
    return PageText.of(key, locale);
  }

  private static JsonObjectBuilder thing(String type) {
    return JSON.createObjectBuilder().add("@context", SCHEMA).add("@type", type);
  }

  private static JsonObjectBuilder part(String type) {
    return JSON.createObjectBuilder().add("@type", type);
  }

  private static String done(JsonObjectBuilder json) {
    return VariantData.harmless(json.build().toString());
  }
}
