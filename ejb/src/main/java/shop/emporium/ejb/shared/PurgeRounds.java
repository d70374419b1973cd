package shop.emporium.ejb.shared;

import java.util.function.IntSupplier;

/** Deletes what nobody needs any longer in small transactions, until nothing is left. */
public final class PurgeRounds {

  /** What is left after so many is deleted the next time. */
  private static final int MOST = 1_000;

  private PurgeRounds() {}

  /**
   * Deletes round after round.
   *
   * @param delete one transaction, which returns how many it deleted
   */
  public static void run(IntSupplier delete) {
    for (int round = 0; round < MOST && delete.getAsInt() > 0; round++) {
      // Each round is a transaction of its own.
    }
  }
}
