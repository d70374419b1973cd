package shop.emporium.web.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import shop.emporium.domain.catalog.VariantOption;
import shop.emporium.ejb.catalog.ProductDetails;
import shop.emporium.ejb.catalog.VariantView;

/**
 * One thing to choose about a product, such as its colour.
 *
 * @param field name of the form's field, {@code option1} to {@code option3}
 * @param name what is chosen, in words
 * @param chosen the value to begin with
 */
public record OptionGroup(String field, String name, String chosen, List<Choice> choices) {

  /**
   * One value.
   *
   * @param out whether this value, with what else is chosen, cannot be bought now
   */
  public record Choice(String id, String value, boolean chosen, boolean out) {}

  /**
   * The groups of a product, with one of its variants chosen; none when there is nothing to choose.
   */
  static List<OptionGroup> of(ProductDetails product, VariantView chosen) {
    if (product.variants().size() < 2) {
      return List.of();
    }
    return IntStream.range(0, chosen.options().size())
        .mapToObj(index -> group(product, chosen, index))
        .toList();
  }

  private static OptionGroup group(ProductDetails product, VariantView chosen, int index) {
    String field = "option" + (index + 1);
    VariantOption current = chosen.options().get(index);
    List<String> values =
        product.variants().stream()
            .filter(variant -> variant.options().size() > index)
            .map(variant -> variant.options().get(index).value())
            .distinct()
            .toList();
    List<Choice> choices = new ArrayList<>();
    for (String value : values) {
      List<VariantOption> wanted = new ArrayList<>(chosen.options());
      wanted.set(index, new VariantOption(current.name(), value));
      boolean available =
          product.variants().stream()
              .anyMatch(variant -> variant.options().equals(wanted) && variant.available() > 0);
      choices.add(
          new Choice(
              field + "-" + (choices.size() + 1),
              value,
              value.equals(current.value()),
              !available));
    }
    return new OptionGroup(field, current.name(), current.value(), choices);
  }
}
