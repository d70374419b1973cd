package shop.emporium.domain.checkout;

import java.util.List;
import java.util.Map;

/**
 * The taxes of one country: a rate for everything, others for some categories and what is below
 * them.
 *
 * @param country ISO 3166-1 code of two capital letters
 * @param usual for what has no other
 * @param byCategory by the category's slug
 */
public record TaxTable(
    String country, TaxMode mode, TaxRate usual, Map<String, TaxRate> byCategory) {

  /** A table that nobody changes. */
  public TaxTable {
    byCategory = Map.copyOf(byCategory);
  }

  /**
   * The rate of the nearest category that has one.
   *
   * @param categories slugs, from the product's own category up to the top
   */
  public TaxRate rateFor(List<String> categories) {
    return categories.stream()
        .filter(byCategory::containsKey)
        .findFirst()
        .map(byCategory::get)
        .orElse(usual);
  }
}
