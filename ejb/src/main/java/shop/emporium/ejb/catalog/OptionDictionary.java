package shop.emporium.ejb.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shop.emporium.domain.shared.Slug;

/**
 * Gives each option, such as Colour, and each of its values, such as Lilac, a small number.
 *
 * <p>Both are told apart by the slugs that stand in addresses, so that "colour" and "Colour" are
 * one option; the spelling that came first is shown. Numbers are never taken back. Value 0 means
 * none.
 */
final class OptionDictionary {

  /** One value of an option. */
  record Value(int option, String slug, String name) {}

  /** What can be chosen about products, such as Colour. */
  record Option(String slug, String name) {}

  private final Map<String, Integer> optionNumbers = new HashMap<>();
  private final List<Option> options = new ArrayList<>();
  private final List<Map<String, Integer>> valueNumbers = new ArrayList<>();
  private final List<Value> values = new ArrayList<>();

  OptionDictionary() {
    values.add(null); // Number 0.
  }

  /** The number of a value, given now if it is new; 0 for a value that is null. */
  int numberOf(String option, String value) {
    if (option == null || value == null) {
      return 0;
    }
    int number =
        optionNumbers.computeIfAbsent(
            slug(option),
            slug -> {
              options.add(new Option(slug, option));
              valueNumbers.add(new HashMap<>());
              return options.size() - 1;
            });
    return valueNumbers
        .get(number)
        .computeIfAbsent(
            slug(value),
            slug -> {
              values.add(new Value(number, slug, value));
              return values.size() - 1;
            });
  }

  /** The number of the option of this slug, or -1. */
  int optionOf(String slug) {
    return optionNumbers.getOrDefault(slug, -1);
  }

  /** The number of an option's value of this slug, or 0. */
  int valueOf(int option, String slug) {
    return option < 0 ? 0 : valueNumbers.get(option).getOrDefault(slug, 0);
  }

  Option option(int number) {
    return options.get(number);
  }

  Value value(int number) {
    return values.get(number);
  }

  /** One more than the largest number of a value. */
  int valueCount() {
    return values.size();
  }

  /** What stands in an address; a text without any letter or digit gets a name made of its hash. */
  static String slug(String text) {
    try {
      return Slug.of(text);
    } catch (IllegalArgumentException signsOnly) {
      return "x" + Integer.toHexString(text.hashCode());
    }
  }
}
