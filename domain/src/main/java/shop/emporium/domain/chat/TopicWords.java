package shop.emporium.domain.chat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words that tell topics, from {@code topics.properties}, where it is said how they look. */
final class TopicWords {

  /** Those of the shop. */
  static final TopicWords SHOP = new TopicWords(read());

  /** How many other words may stand between two of a phrase: "where is this red order". */
  private static final int GAP = 2;

  private final Map<Topic, List<Sign>> signs = new EnumMap<>(Topic.class);
  private final Set<String> plain;
  private final Set<String> framing;

  /** A word or phrase, and how much it tells. */
  private record Sign(List<String> words, int weight) {

    static Sign of(String text) {
      boolean isWeak = text.startsWith("~");
      List<String> words =
          Arrays.stream(text.substring(isWeak ? 1 : 0).split(" ", -1)).map(Words::plain).toList();
      return new Sign(words, isWeak ? 1 : 2 * words.size() + 1);
    }
  }

  private TopicWords(Properties lists) {
    plain = list(lists, "plain").map(Words::plain).collect(Collectors.toUnmodifiableSet());
    framing = list(lists, "framing").map(Words::plain).collect(Collectors.toUnmodifiableSet());
    for (Topic topic : Topic.values()) {
      signs.put(topic, list(lists, topic.name()).map(Sign::of).toList());
    }
  }

  private static Properties read() {
    Properties lists = new Properties();
    try (InputStream file = TopicWords.class.getResourceAsStream("topics.properties")) {
      lists.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("topics.properties cannot be read", unreadable);
    }
    return lists;
  }

  private static Stream<String> list(Properties lists, String name) {
    return Arrays.stream(lists.getProperty(name).split(",", -1)).map(String::strip);
  }

  Optional<Topic> topicOf(String text) {
    List<String> typed = Words.of(text);
    Topic best = null;
    int most = 0;
    for (Topic topic : Topic.values()) {
      int told = told(topic, typed);
      if (topic == Topic.PERSON && told > 0) {
        return Optional.of(topic);
      }
      boolean isGreater = topic.isSmallTalk() ? told > 0 && most == 0 : told > most;
      if (isGreater) {
        best = topic;
        most = told;
      }
    }
    return Optional.ofNullable(best);
  }

  private int told(Topic topic, List<String> typed) {
    return signs.get(topic).stream()
        .filter(sign -> isIn(sign.words(), typed))
        .mapToInt(Sign::weight)
        .sum();
  }

  String subject(String text) {
    return Words.typed(text).stream()
        .filter(word -> !framing.contains(Words.plain(word)))
        .collect(Collectors.joining(" "));
  }

  private boolean isIn(List<String> words, List<String> typed) {
    for (int start = 0; start < typed.size(); start++) {
      if (matches(words.get(0), typed.get(start)) && follows(words, typed, start)) {
        return true;
      }
    }
    return false;
  }

  private boolean follows(List<String> words, List<String> typed, int start) {
    int at = start;
    for (String word : words.subList(1, words.size())) {
      int end = Math.min(typed.size(), at + 2 + GAP);
      int next = at + 1;
      while (next < end && !matches(word, typed.get(next))) {
        next++;
      }
      if (next == end) {
        return false;
      }
      at = next;
    }
    return true;
  }

  private boolean matches(String word, String typed) {
    boolean isBeginning = word.endsWith("*");
    String whole = isBeginning ? word.substring(0, word.length() - 1) : word;
    return (isBeginning && typed.startsWith(whole))
        || whole.equals(typed)
        || (!plain.contains(typed) && Spelling.isLike(whole, typed));
  }
}
