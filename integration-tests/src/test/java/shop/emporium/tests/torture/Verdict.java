package shop.emporium.tests.torture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a run found, as a table that an operator reads. */
final class Verdict {

  /** Of a promise that is broken a thousand times, some examples say enough. */
  private static final int EXAMPLES = 5;

  private final long seed;
  private final Ledger ledger;
  private final List<String> trouble;
  private final List<Promise> promises;

  Verdict(long seed, Ledger ledger, List<String> trouble, List<Promise> inDatabase) {
    this.seed = seed;
    this.ledger = ledger;
    this.trouble = trouble;
    this.promises = new ArrayList<>(inDatabase);
    Map<String, List<String>> found = new LinkedHashMap<>();
    found.put(Aftermath.SETTLING, new ArrayList<>());
    found.put(Aftermath.ONE_ANSWER, new ArrayList<>());
    found.put(Aftermath.ONE_ORDER, new ArrayList<>());
    ledger.rounds().keySet().forEach(name -> found.put("scenario: " + name, new ArrayList<>()));
    ledger.findings().forEach(one -> listOf(found, one.scenario()).add(one.text()));
    found.forEach((name, broken) -> promises.add(new Promise(name, broken)));
  }

  private static List<String> listOf(Map<String, List<String>> found, String name) {
    return found.containsKey(name)
        ? found.get(name)
        : found.computeIfAbsent("scenario: " + name, missing -> new ArrayList<>());
  }

  List<Promise> broken() {
    return promises.stream().filter(promise -> !promise.holds()).toList();
  }

  /** The table, and before it what was done. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append("Seed %d: %d calls to order".formatted(seed, ledger.calls().size()));
    text.append(", answers by status ").append(ledger.statuses()).append('\n');
    trouble.forEach(event -> text.append("  ").append(event).append('\n'));
    text.append(
        ledger.rounds().entrySet().stream()
            .map(one -> one.getValue() + " " + one.getKey())
            .collect(Collectors.joining(", ", "Played: ", "\n\n")));
    for (Promise promise : promises) {
      text.append("%-8s %s%n".formatted(promise.holds() ? "holds" : "BROKEN", promise.name()));
      promise.broken().stream()
          .limit(EXAMPLES)
          .forEach(one -> text.append("           ").append(one).append('\n'));
      if (promise.broken().size() > EXAMPLES) {
        text.append("           … and %d more%n".formatted(promise.broken().size() - EXAMPLES));
      }
    }
    text.append(
        broken().isEmpty()
            ? "%nEvery promise holds.%n".formatted()
            : "%n%d of %d promises are broken.%n".formatted(broken().size(), promises.size()));
    return text.toString();
  }
}
