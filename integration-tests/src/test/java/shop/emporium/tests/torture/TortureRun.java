package shop.emporium.tests.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import shop.emporium.tests.cluster.Shop;

/** One run: scenarios, with or without trouble, and the verdict at its end. */
final class TortureRun {

  private final long seed;
  private final Stockroom stockroom;
  private final Ledger ledger = new Ledger();
  private final String name;

  TortureRun(long seed) {
    this.seed = seed;
    // Another one for each run, or a second run with the same seed would find what the first one
    // left.
    this.name = "t" + Long.toString(System.currentTimeMillis(), 36);
    this.stockroom = new Stockroom(name);
  }

  /** Plays these scenarios for so long, each once at least. */
  Verdict play(List<Scenario> scenarios, Duration length, boolean isTroubled) throws Exception {
    Mix mix = new Mix(seed, scenarios, stockroom, ledger);
    Trouble trouble = isTroubled ? Trouble.begin(new Random(seed)) : null;
    try {
      mix.play(length);
    } finally {
      if (trouble != null) {
        trouble.end();
      }
    }
    Aftermath aftermath = new Aftermath(ledger, new Random(seed));
    aftermath.settle();
    aftermath.askAgain();
    aftermath.compare(name);
    Verdict verdict =
        new Verdict(
            seed,
            ledger,
            trouble == null ? List.of() : trouble.log(),
            Promises.of(name, stockroom.received()));
    stockroom.clear();
    return verdict;
  }

  /** Writes a verdict where whoever started the run finds it. */
  static void write(Verdict verdict) throws IOException {
    Path file = Shop.file("torture.txt");
    Files.writeString(file, verdict.text());
  }
}
