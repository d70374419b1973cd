package shop.emporium.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RefusalLogTest {

  private final List<String> lines = new ArrayList<>();
  private long now;
  private final RefusalLog.Share share = new RefusalLog.Share(() -> now);
  private final RefusalLog log = new RefusalLog(new Lines(), share);

  /** Keeps what is logged. */
  private final class Lines implements System.Logger {

    @Override
    public String getName() {
      return "lines";
    }

    @Override
    public boolean isLoggable(Level level) {
      return true;
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String words, Throwable thrown) {
      lines.add(words);
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
      lines.add(MessageFormat.format(format, parameters));
    }
  }

  @Test
  void saysWhatWasRefusedToWhomAndWhy() {
    log.tell("A file", "192.0.2.1", "UNKNOWN_KIND");
    assertThat(lines).containsExactly("A file from 192.0.2.1 was refused: UNKNOWN_KIND");
  }

  @Test
  void ofAFloodFromOneAddressItSaysSomeAndHowManyItLeftOut() {
    flood("192.0.2.1", 1_000);
    assertThat(lines).hasSize(20);
    pass(9);
    flood("192.0.2.1", 1);
    assertThat(lines).hasSize(20);
    pass(1);
    flood("192.0.2.1", 1);
    assertThat(lines)
        .hasSize(21)
        .last()
        .isEqualTo("A file from 192.0.2.1 was refused: TOO_LARGE (981 before were not told)");
    log.tell("A file", "192.0.2.2", "UNKNOWN_KIND");
    assertThat(lines).last().isEqualTo("A file from 192.0.2.2 was refused: UNKNOWN_KIND");
  }

  @Test
  void ofAFloodFromEverywhereItSaysOneASecondWhoeverRefuses() {
    for (int i = 0; i < 1_000; i++) {
      flood("192.0.2." + i, 1);
    }
    assertThat(lines).hasSize(100);
    pass(3);
    RefusalLog another = new RefusalLog(new Lines(), share);
    for (int i = 0; i < 10; i++) {
      another.tell("A file", "198.51.100." + i, "TOO_LARGE");
    }
    assertThat(lines).hasSize(103);
  }

  private void flood(String address, int times) {
    for (int i = 0; i < times; i++) {
      log.tell("A file", address, "TOO_LARGE");
    }
  }

  private void pass(int seconds) {
    now += TimeUnit.SECONDS.toNanos(seconds);
  }
}
