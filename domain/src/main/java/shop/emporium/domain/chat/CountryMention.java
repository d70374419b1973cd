package shop.emporium.domain.chat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the country that a text speaks of, by its English or German name. */
public final class CountryMention {

  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);
  private static final Map<String, String> CODES = codes();

  private CountryMention() {}

  /** The ISO 3166-1 code of the country; of several the one with the longest name. */
  public static Optional<String> in(String text) {
    String words = " " + String.join(" ", Words.of(text)) + " ";
    return CODES.keySet().stream()
        .filter(name -> words.contains(" " + name + " ") || words.contains(" " + name + "n "))
        .max(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
        .map(CODES::get);
  }

  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>();
    Arrays.stream(Locale.getISOCountries())
        .forEach(
            code ->
                LANGUAGES.forEach(
                    language ->
                        codes.put(
                            String.join(
                                " ", Words.of(new Locale("", code).getDisplayCountry(language))),
                            code)));
    codes.put("holland", "NL");
    codes.put("usa", "US");
    codes.put("uk", "GB");
    codes.put("england", "GB");
    return Map.copyOf(codes);
  }
}
