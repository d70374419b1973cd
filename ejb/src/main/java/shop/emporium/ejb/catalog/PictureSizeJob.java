package shop.emporium.ejb.catalog;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Makes the sizes of pictures that an earlier release stored, a few at a time. Any node may do it,
 * or all at once: each picture is done by one of them.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PictureSizeJob {

  /** Some seconds of work in a minute, so that shoppers do not notice. */
  private static final int BATCH = 50;

  /**
   * Minutes between two looks when nothing was missing: only a node of an earlier release adds
   * some.
   */
  private static final int REST = 60;

  private int resting;

  @Inject private PictureWriter writer;

  @Schedule(hour = "*", minute = "*", persistent = false)
  void onTimer() {
    if (--resting <= 0) {
      resting = run() < BATCH ? REST : 0;
    }
  }

  /**
   * Makes some of what is missing.
   *
   * @return of how many pictures
   */
  public int run() {
    int done = 0;
    while (done < BATCH && writer.sizeNext()) {
      done++;
    }
    return done;
  }
}
