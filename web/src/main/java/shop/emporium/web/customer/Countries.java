package shop.emporium.web.customer;

import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import shop.emporium.web.shared.Choice;

/** The countries of the world by their names in a language of the shop, in the order of that. */
public final class Countries {

  private static final Map<Locale, List<Choice>> NAMES = new ConcurrentHashMap<>();

  private Countries() {}

  /** All countries, for one of the shop's languages. */
  public static List<Choice> in(Locale language) {
    return NAMES.computeIfAbsent(language, Countries::read);
  }

  /** Some of them, in the order of their names. */
  public static List<Choice> of(Collection<String> codes, Locale language) {
    return sorted(codes.stream(), language);
  }

  /** The name of a country in a language. */
  public static String name(String code, Locale language) {
    return new Locale("", code).getDisplayCountry(language);
  }

  private static List<Choice> read(Locale language) {
    return sorted(Stream.of(Locale.getISOCountries()), language);
  }

  private static List<Choice> sorted(Stream<String> codes, Locale language) {
    return codes
        .map(code -> new Choice(code, name(code, language)))
        .sorted(Comparator.comparing(Choice::words, Collator.getInstance(language)))
        .toList();
  }
}
