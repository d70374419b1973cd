package shop.emporium.ejb.shared;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * A setting that an operator may change while the shop runs: read anew a few times a second.
 *
 * <p>To look a setting up costs as much as to show a product's card, and a page asks for dozens.
 */
public final class LiveSetting {

  private static final long FRESH_FOR = TimeUnit.MILLISECONDS.toNanos(200);

  private static volatile long begun = System.nanoTime();

  private final Config config = ConfigProvider.getConfig();
  private final String name;
  private volatile Reading last;

  private record Reading(Optional<String> value, long at) {}

  /** A setting by its name, such as {@code store.url}. */
  public LiveSetting(String name) {
    this.name = name;
  }

  /** Forgets what was read: for who has just changed a setting in this JVM, such as a test. */
  public static void readAnew() {
    begun = System.nanoTime();
  }

  /** Its value; empty when nobody has set it. */
  public Optional<String> value() {
    Reading known = last;
    long now = System.nanoTime();
    if (known == null || now - known.at() > FRESH_FOR || known.at() - begun < 0) {
      known = new Reading(config.getOptionalValue(name, String.class), now);
      last = known;
    }
    return known.value();
  }

  /** Its value, or another one when nobody has set it. */
  public String or(String otherwise) {
    return value().orElse(otherwise);
  }
}
