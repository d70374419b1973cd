package shop.emporium.ejb.catalog;

import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/**
 * By what a list can be narrowed down. Each count tells how many products there would be if this
 * were chosen, all other filters staying as they are.
 *
 * @param categories products in a category or below it, by its slug; those without any are absent
 * @param brands the most frequent ones and those chosen, by name
 * @param lowest the lowest price, or null in an empty list
 * @param highest the highest price, or null in an empty list
 * @param ratings four stars and up, three, two, one
 * @param inStock how many can be bought now
 * @param onSale how many are reduced
 * @param options the options that most products have, each with its most frequent values
 */
public record Facets(
    Map<String, Integer> categories,
    List<BrandFacet> brands,
    Money lowest,
    Money highest,
    List<RatingFacet> ratings,
    int inStock,
    int onSale,
    List<OptionFacet> options) {

  /** Nothing to narrow down. */
  public static final Facets NONE =
      new Facets(Map.of(), List.of(), null, null, List.of(), 0, 0, List.of());

  /**
   * So many stars and up.
   *
   * @param stars from 1 to 4
   */
  public record RatingFacet(int stars, int count) {}

  /** Something to choose, such as Colour. */
  public record OptionFacet(String slug, String name, List<ValueFacet> values) {}

  /** One value of an option, such as Lilac. */
  public record ValueFacet(String slug, String name, int count) {}
}
