package shop.emporium.tests.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Everything at once, while PostgreSQL and a node die and come back. Some forty seconds by itself;
 * {@code scripts/store torture --minutes N} says how long, and with which seed.
 */
@Tag("cluster")
@Tag("torture")
class TortureClusterIT {

  private static final int SECONDS = Integer.getInteger("test.torture.seconds", 40);
  private static final boolean IS_TROUBLED =
      !"no".equals(System.getProperty("test.torture.trouble"));

  @Test
  void everyPromiseHoldsWhateverHappens() throws Exception {
    String given = System.getProperty("test.torture.seed", "");
    long seed = given.matches("-?[0-9]{1,18}") ? Long.parseLong(given) : new Random().nextInt();
    Verdict verdict =
        new TortureRun(seed).play(Scenario.all(), Duration.ofSeconds(SECONDS), IS_TROUBLED);
    TortureRun.write(verdict);
    assertThat(verdict.broken()).as(verdict.text()).isEmpty();
  }
}
