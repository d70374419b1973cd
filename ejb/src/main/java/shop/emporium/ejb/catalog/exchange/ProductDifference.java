package shop.emporium.ejb.catalog.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Says in words in which fields a product of a file is not as the shop has it. */
final class ProductDifference {

  private final List<String> fields = new ArrayList<>();

  private ProductDifference() {}

  /** The fields in which they differ; empty when an import would write nothing. */
  static List<String> of(FileProduct now, FileProduct wanted) {
    ProductDifference difference = new ProductDifference();
    difference.compareProduct(now, wanted);
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < now.variants().size(); i++) {
      places.put(now.variants().get(i).sku(), i);
    }
    for (FileVariant variant : wanted.variants()) {
      Integer place = places.get(variant.sku());
      if (place == null) {
        difference.fields.add("new variant " + variant.sku());
      } else {
        difference.compareVariant(now.variants().get(place), variant);
      }
    }
    difference.compareOrder(now, wanted);
    return difference.fields;
  }

  private void compareProduct(FileProduct now, FileProduct wanted) {
    compare("handle", now.slug(), wanted.slug());
    compare("title", now.name(), wanted.name());
    compare("description", now.description(), wanted.description());
    compare("vendor", now.brand(), wanted.brand());
    compare("category", now.category(), wanted.category());
    compare("type", now.type(), wanted.type());
    compare("status", now.status(), wanted.status());
    compare("published", now.published(), wanted.published());
    compare("SEO title", now.seoTitle(), wanted.seoTitle());
    compare("SEO description", now.seoDescription(), wanted.seoDescription());
    if (wanted.ratingAverage() != null) {
      compare("rating", plain(now.ratingAverage()), plain(wanted.ratingAverage()));
    }
    if (wanted.ratingCount() != null) {
      compare("rating count", now.ratingCount(), wanted.ratingCount());
    }
    compare("tags", Set.copyOf(now.tags()), Set.copyOf(wanted.tags()));
    compare("data sheet", now.specifications(), wanted.specifications());
    compare("pictures", now.pictures(), wanted.pictures());
    if (wanted.related() != null) {
      compare("related products", now.related(), wanted.related());
    }
    compareExtra("", now.extra(), wanted.extra());
  }

  private void compareVariant(FileVariant now, FileVariant wanted) {
    String of = " of " + wanted.sku();
    compare("options" + of, now.options(), wanted.options());
    compare("price" + of, now.price(), wanted.price());
    compare("former price" + of, now.formerPrice(), wanted.formerPrice());
    compare("stock" + of, now.available(), wanted.available());
    compare("weight" + of, now.weightGrams(), wanted.weightGrams());
    compare("weight unit" + of, now.weightUnit(), wanted.weightUnit());
    compare("barcode" + of, now.barcode(), wanted.barcode());
    compare("picture" + of, now.picture(), wanted.picture());
    compareExtra(of, now.extra(), wanted.extra());
  }

  /** Variants that the file does not name stay, so only the order of the others counts. */
  private void compareOrder(FileProduct now, FileProduct wanted) {
    List<String> skus = wanted.variants().stream().map(FileVariant::sku).toList();
    List<String> known =
        now.variants().stream().map(FileVariant::sku).filter(skus::contains).toList();
    compare("order of variants", known, skus.stream().filter(Set.copyOf(known)::contains).toList());
  }

  private void compareExtra(String of, Map<String, String> now, Map<String, String> wanted) {
    Set<String> heads = new TreeSet<>(now.keySet());
    heads.addAll(wanted.keySet());
    for (String head : heads) {
      compare("\"" + head + "\"" + of, now.get(head), wanted.get(head));
    }
  }

  private void compare(String field, Object now, Object wanted) {
    if (!Objects.equals(now, wanted)) {
      fields.add(field);
    }
  }

  private static BigDecimal plain(BigDecimal rating) {
    return rating.signum() == 0 ? BigDecimal.ZERO : rating.stripTrailingZeros();
  }
}
