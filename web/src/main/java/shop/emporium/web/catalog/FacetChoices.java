package shop.emporium.web.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import shop.emporium.ejb.catalog.BrandFacet;
import shop.emporium.ejb.catalog.Facets.OptionFacet;

/**
 * The boxes to tick of one facet: the most frequent ones at once, the others behind "show more".
 *
 * @param field name of the parameter in the address
 * @param name of an option, or null for the brands
 * @param open whether it is shown without a click
 */
public record FacetChoices(
    String field, String name, boolean open, List<Choice> first, List<Choice> more) {

  /** So many are shown without a click; one that is chosen always is. */
  private static final int FIRST = 8;

  /** One box. */
  public record Choice(String id, String slug, String name, int count, boolean chosen) {}

  static FacetChoices ofBrands(List<BrandFacet> brands, Set<String> chosen) {
    return of(
        "brand",
        null,
        true,
        brands.stream()
            .map(
                brand ->
                    new Choice(
                        "brand-" + brand.slug(),
                        brand.slug(),
                        brand.name(),
                        brand.count(),
                        chosen.contains(brand.slug())))
            .toList());
  }

  static FacetChoices ofOption(OptionFacet option, Set<String> chosen, boolean open) {
    return of(
        ListingParameters.OPTION_PREFIX + option.slug(),
        option.name(),
        open,
        option.values().stream()
            .map(
                value ->
                    new Choice(
                        option.slug() + "-" + value.slug(),
                        value.slug(),
                        value.name(),
                        value.count(),
                        chosen.contains(value.slug())))
            .toList());
  }

  private static FacetChoices of(String field, String name, boolean open, List<Choice> all) {
    Set<Choice> frequent =
        all.stream()
            .sorted(Comparator.comparingInt(Choice::count).reversed())
            .limit(all.size() <= FIRST + 1 ? all.size() : FIRST)
            .collect(Collectors.toSet());
    Map<Boolean, List<Choice>> parts =
        all.stream()
            .collect(
                Collectors.partitioningBy(choice -> choice.chosen() || frequent.contains(choice)));
    return new FacetChoices(field, name, open, parts.get(true), parts.get(false));
  }
}
