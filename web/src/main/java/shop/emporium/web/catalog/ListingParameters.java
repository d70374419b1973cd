package shop.emporium.web.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import shop.emporium.domain.shared.Price;
import shop.emporium.domain.shared.Slug;
import shop.emporium.ejb.catalog.ListingQuery;
import shop.emporium.ejb.catalog.SortOrder;

/**
 * The parameters of an address that lists products, read with suspicion: what is wrong is left out
 * of the query and reported, so that a page can show the rest and an interface can refuse.
 *
 * <p>A parameter without a value counts as absent, since a form sends its empty fields too.
 */
public final class ListingParameters {

  /**
   * A parameter that was left out.
   *
   * @param field its name in the address
   * @param key of the text that says how to mend it
   * @param message that text in English
   */
  public record Violation(String field, String key, String message) {}

  /** What the names of parameters for options begin with: {@code option.colour=lilac}. */
  static final String OPTION_PREFIX = "option.";

  /** Values of one option that may be chosen at once. */
  private static final int MAX_VALUES = 50;

  /**
   * In German cents stand behind a comma; three digits behind one would be thousands in English.
   */
  private static final Pattern CENTS_BEHIND_COMMA = Pattern.compile("^([0-9]+),([0-9]{1,2})$");

  private static final Set<String> YES = Set.of("true", "on", "1");
  private static final Set<String> NO = Set.of("false", "0", "");

  private final Map<String, String[]> parameters;
  private final List<Violation> violations = new ArrayList<>();
  private final ListingQuery query;

  private ListingParameters(
      Map<String, String[]> parameters, String category, CurrencyUnit currency, int defaultSize) {
    this.parameters = parameters;
    Money least = price("minPrice", currency);
    Money most = price("maxPrice", currency);
    if (least != null && most != null && least.isGreaterThan(most)) {
      report("minPrice", "listing.wrong.range");
      least = null;
      most = null;
    }
    this.query =
        new ListingQuery(
            words(),
            category,
            brands(),
            least,
            most,
            flag("inStock"),
            flag("sale"),
            number("rating", 5, "listing.wrong.rating").orElse(null),
            options(),
            sort(),
            number("page", ListingQuery.MAX_PAGE, "listing.wrong.page").orElse(1),
            number("size", ListingQuery.MAX_SIZE, "listing.wrong.size").orElse(defaultSize));
  }

  /**
   * Reads parameters; those that have nothing to do with a listing are not looked at.
   *
   * @param category slug of the category to list, or null for the whole shop
   * @param currency of the prices
   * @param defaultSize products a page where {@code size} says nothing else
   */
  public static ListingParameters parse(
      Map<String, String[]> params, String category, CurrencyUnit currency, int defaultSize) {
    return new ListingParameters(params, category, currency, defaultSize);
  }

  /** What is to be listed, without the parameters that are wrong. */
  public ListingQuery query() {
    return query;
  }

  public List<Violation> violations() {
    return List.copyOf(violations);
  }

  public boolean isValid() {
    return violations.isEmpty();
  }

  private String words() {
    String text = text("q").replaceAll("\\p{Cntrl}+", " ").strip();
    if (text.length() > ListingQuery.MAX_WORDS) {
      boolean halved = Character.isHighSurrogate(text.charAt(ListingQuery.MAX_WORDS - 1));
      text = text.substring(0, ListingQuery.MAX_WORDS - (halved ? 1 : 0)).strip();
    }
    return text.isEmpty() ? null : text;
  }

  private Set<String> brands() {
    return slugs("brand", ListingQuery.MAX_BRANDS, "brand", "listing.wrong.brand");
  }

  /** In the order of their names, so that one choice has one address. */
  private Map<String, Set<String>> options() {
    Map<String, Set<String>> options = new TreeMap<>();
    for (String name : parameters.keySet()) {
      if (!name.startsWith(OPTION_PREFIX)) {
        continue;
      }
      String option = name.substring(OPTION_PREFIX.length());
      Set<String> values = slugs(name, MAX_VALUES, "option", "listing.wrong.option");
      if (!Slug.isValid(option) || options.size() == ListingQuery.MAX_OPTIONS) {
        report("option", "listing.wrong.option");
      } else if (!values.isEmpty()) {
        options.put(option, values);
      }
    }
    return options;
  }

  private Set<String> slugs(String name, int most, String field, String key) {
    Set<String> slugs = new LinkedHashSet<>();
    for (String value : parameters.getOrDefault(name, new String[0])) {
      if (Slug.isValid(value) && slugs.size() < most) {
        slugs.add(value);
      } else if (!value.isBlank() && !slugs.contains(value)) {
        report(field, key);
      }
    }
    return slugs;
  }

  private Money price(String field, CurrencyUnit currency) {
    String text = text(field);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return Price.parse(CENTS_BEHIND_COMMA.matcher(text).replaceFirst("$1.$2"), currency);
    } catch (IllegalArgumentException wrong) {
      report(field, "listing.wrong.price");
      return null;
    }
  }

  private boolean flag(String field) {
    String text = text(field);
    if (!YES.contains(text) && !NO.contains(text)) {
      report(field, "listing.wrong.flag");
    }
    return YES.contains(text);
  }

  private SortOrder sort() {
    String text = text("sort");
    if (text.isEmpty()) {
      return SortOrder.RELEVANCE;
    }
    Optional<SortOrder> order = SortOrder.of(text);
    if (order.isEmpty()) {
      report("sort", "listing.wrong.sort");
    }
    return order.orElse(SortOrder.RELEVANCE);
  }

  private Optional<Integer> number(String field, int most, String key) {
    String text = text(field);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.matches("[0-9]{1,5}")) {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= most) {
        return Optional.of(number);
      }
    }
    report(field, key);
    return Optional.empty();
  }

  private String text(String field) {
    return Arrays.stream(parameters.getOrDefault(field, new String[0]))
        .findFirst()
        .map(String::strip)
        .orElse("");
  }

  private void report(String field, String key) {
    if (violations.stream().noneMatch(known -> known.field().equals(field))) {
      violations.add(new Violation(field, key, english(key)));
    }
  }

  private static String english(String key) {
    ResourceBundle.Control rootOnly =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    return ResourceBundle.getBundle("shop.emporium.web.messages", Locale.ENGLISH, rootOnly)
        .getString(key);
  }
}
