package shop.emporium.ejb.catalog;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shop.emporium.ejb.catalog.Facets.ValueFacet;

/** Sizes as people expect them: S before M before XL, 9 before 10, everything else by name. */
final class OptionOrder {

  private static final List<String> SIZES =
      List.of("xxs", "xs", "s", "m", "l", "xl", "xxl", "xxxl", "2xl", "3xl", "4xl");

  private static final Pattern NUMBER = Pattern.compile("^([0-9]{1,6}(?:[.,][0-9]{1,3})?)");

  static final Comparator<ValueFacet> BY_NAME =
      Comparator.comparingInt((ValueFacet value) -> size(value.name()))
          .thenComparing(value -> number(value.name()).orElse(BigDecimal.ZERO))
          .thenComparing(value -> value.name().toLowerCase(Locale.ROOT))
          .thenComparing(ValueFacet::slug);

  private OptionOrder() {}

  /** Letters of sizes first, then numbers, then words. */
  private static int size(String name) {
    int size = SIZES.indexOf(name.toLowerCase(Locale.ROOT));
    return size >= 0 ? size : number(name).isPresent() ? SIZES.size() : SIZES.size() + 1;
  }

  private static Optional<BigDecimal> number(String name) {
    Matcher matcher = NUMBER.matcher(name);
    return matcher.find()
        ? Optional.of(new BigDecimal(matcher.group(1).replace(',', '.')))
        : Optional.empty();
  }
}
