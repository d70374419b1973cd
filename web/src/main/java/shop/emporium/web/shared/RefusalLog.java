package shop.emporium.web.shared;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import shop.emporium.ejb.customer.Caller;

/**
 * Says what was refused to whom. Of a flood it says some, and how many it left out, so that nobody
 * fills the disk: about one network a refusal each ten seconds, after twenty at once; about all one
 * a second, after a hundred. So who floods from one place hides only what is refused there.
 */
public final class RefusalLog {

  /** All that refuse on this node share it: the disk is one. */
  private static final Share SHARE = new Share(System::nanoTime);

  private final System.Logger log;
  private final Share share;

  /** How much may be said. */
  static final class Share {

    private static final int AT_ONCE = 100;
    private static final int AT_ONCE_OF_NETWORK = 20;
    private static final Duration EACH = Duration.ofSeconds(1);
    private static final Duration EACH_OF_NETWORK = Duration.ofSeconds(10);
    private static final int MOST_KNOWN = 10_000;

    private final LongSupplier clock;
    private final Allowance all;
    private final Cache<String, Allowance> networks =
        Caffeine.newBuilder()
            .expireAfterAccess(Duration.ofMinutes(10))
            .maximumSize(MOST_KNOWN)
            .build();
    private long leftOut;

    /** With a clock as {@link System#nanoTime}. */
    Share(LongSupplier clock) {
      this.clock = clock;
      this.all = new Allowance(AT_ONCE, EACH, clock.getAsLong());
    }

    /** How many were left out before, where one more may be said; empty where it may not. */
    private synchronized OptionalLong take(String network) {
      long now = clock.getAsLong();
      boolean isTold =
          networks
                  .get(network, same -> new Allowance(AT_ONCE_OF_NETWORK, EACH_OF_NETWORK, now))
                  .take(now)
              && all.take(now);
      if (!isTold) {
        leftOut++;
        return OptionalLong.empty();
      }
      long before = leftOut;
      leftOut = 0;
      return OptionalLong.of(before);
    }
  }

  /** In the name of the class that refuses. */
  public RefusalLog(Class<?> refuser) {
    this(System.getLogger(refuser.getName()), SHARE);
  }

  RefusalLog(System.Logger log, Share share) {
    this.log = log;
    this.share = share;
  }

  /**
   * Says it.
   *
   * @param what such as "A connection to /chat"
   * @param address from where in the network
   * @param why in words of the shop; nothing that was typed
   */
  public void tell(String what, String address, String why) {
    OptionalLong leftOut = share.take(Caller.of(address, "").network());
    if (leftOut.isEmpty()) {
      return;
    }
    String others =
        leftOut.getAsLong() == 0 ? "" : " (" + leftOut.getAsLong() + " before were not told)";
    log.log(Level.INFO, "{0} from {1} was refused: {2}{3}", what, address, why, others);
  }
}
