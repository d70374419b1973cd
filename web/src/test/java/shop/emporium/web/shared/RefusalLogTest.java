package shop.emporium.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class RefusalLogTest {

  private final List<String> lines = new ArrayList<>();
  private final RefusalLog log = new RefusalLog(new Lines());

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
  void ofAFloodItSaysSome() {
    for (int i = 0; i < 10_000; i++) {
      log.tell("A connection to /chat", "192.0.2.1", "401 Nobody is known by this.");
    }
    assertThat(lines).hasSizeBetween(100, 200);
  }
}
