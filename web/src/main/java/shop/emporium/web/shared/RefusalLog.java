package shop.emporium.web.shared;

import java.lang.System.Logger.Level;

/**
 * Says what was refused to whom. Of a flood it says some, and how many it left out, so that nobody
 * fills the disk.
 */
public final class RefusalLog {

  private static final int AT_ONCE = 100;
  private static final int A_SECOND = 5;

  private final System.Logger log;
  private final Allowance allowance = new Allowance(AT_ONCE, A_SECOND, System.nanoTime());
  private long leftOut;

  /** In the name of the class that refuses. */
  public RefusalLog(Class<?> refuser) {
    this(System.getLogger(refuser.getName()));
  }

  RefusalLog(System.Logger log) {
    this.log = log;
  }

  /**
   * Says it.
   *
   * @param what such as "A connection to /chat"
   * @param address from where in the network
   * @param why in words of the shop; nothing that was typed
   */
  public synchronized void tell(String what, String address, String why) {
    if (!allowance.take(System.nanoTime())) {
      leftOut++;
      return;
    }
    log.log(Level.INFO, "{0} from {1} was refused: {2}", what, address, why);
    if (leftOut > 0) {
      log.log(Level.INFO, "{0} refusals before were not told", leftOut);
      leftOut = 0;
    }
  }
}
