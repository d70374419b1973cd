package shop.emporium.web.support;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import shop.emporium.web.shared.PageText;

/**
 * The questions that people ask most, with their answers, in one language.
 *
 * <p>Texts are {@code faq.delivery.1.q} and {@code faq.delivery.1.a}; how many a group has stands
 * here.
 */
final class Questions {

  private static final List<Group> GROUPS =
      List.of(
          new Group("delivery", 3),
          new Group("returns", 3),
          new Group("payment", 3),
          new Group("orders", 3),
          new Group("account", 3));

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private record Group(String code, int count) {}

  private Questions() {}

  /**
   * A question with its answer.
   *
   * @param group to which it belongs: delivery, returns, payment, orders or account
   * @param id for links to it
   */
  public record Entry(String group, String id, String question, String answer) {}

  /** All of them, group by group. */
  static List<Entry> all(Locale locale) {
    return GROUPS.stream().flatMap(group -> entries(group, locale)).toList();
  }

  private static Stream<Entry> entries(Group group, Locale locale) {
    return IntStream.rangeClosed(1, group.count())
        .mapToObj(
            number -> {
              String key = "faq." + group.code() + "." + number;
              return new Entry(
                  group.code(),
                  "q-" + group.code() + "-" + number,
                  PageText.of(key + ".q", locale),
                  PageText.of(key + ".a", locale));
            });
  }

  /**
   * Those in which each of these words begins a word, whatever its accents and its case; all of
   * them for no words.
   */
  static List<Entry> search(List<Entry> all, String words) {
    List<String> wanted = wordsOf(words);
    return all.stream()
        .filter(
            entry -> {
              List<String> said = wordsOf(entry.question() + " " + entry.answer());
              return wanted.stream()
                  .allMatch(word -> said.stream().anyMatch(other -> other.startsWith(word)));
            })
        .toList();
  }

  private static List<String> wordsOf(String text) {
    String plain =
        ACCENTS
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT)
            .replace("ß", "ss");
    return BETWEEN_WORDS.splitAsStream(plain).filter(word -> !word.isEmpty()).toList();
  }
}
