package shop.emporium.load.chat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * How long what was said took.
 *
 * @param saved until its sender was told that it is kept
 * @param shown until the other side was shown it
 */
record Figures(Times saved, Times shown) {

  /** Those of messages that were acknowledged, and shown at all. */
  static Figures of(List<Traffic.Spoken> spoken) {
    LongStream.Builder saved = LongStream.builder();
    LongStream.Builder shown = LongStream.builder();
    Map<Side, Map<String, Long>> known = new HashMap<>();
    for (Traffic.Spoken one : spoken) {
      Words words = one.words();
      words
          .answered()
          .filter(Answer::isSaved)
          .ifPresent(answer -> saved.add(answer.at() - words.saidAt()));
      Long at =
          known
              .computeIfAbsent(one.talk().side(!words.isOfAgent()), Figures::moments)
              .get(words.id());
      if (at != null) {
        shown.add(at - words.saidAt());
      }
    }
    return new Figures(new Times(saved.build()), new Times(shown.build()));
  }

  /** When each message was shown first. */
  private static Map<String, Long> moments(Side side) {
    Map<String, Long> moments = new HashMap<>();
    side.all().forEach(message -> moments.putIfAbsent(message.id(), message.at()));
    return moments;
  }

  boolean isInTime(int goalMillis) {
    return shown.percentile(95) <= goalMillis;
  }

  /** A table of Markdown. */
  String table(int goalMillis) {
    return "| from saying it until | p50 ms | p95 ms | p99 ms | longest ms |\n|---|---|---|---|---|\n"
        + row(
            "the other side is shown it",
            shown,
            " (≤ %d: %s)".formatted(goalMillis, isInTime(goalMillis) ? "ok" : "**below**"))
        + row("its sender is told that it is kept", saved, "");
  }

  private static String row(String what, Times times, String goal) {
    return String.format(
        Locale.ROOT,
        "| %s | %.1f | %.1f%s | %.1f | %.1f |%n",
        what,
        times.percentile(50),
        times.percentile(95),
        goal,
        times.percentile(99),
        times.percentile(100));
  }
}
