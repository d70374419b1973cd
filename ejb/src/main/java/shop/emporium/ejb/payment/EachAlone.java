package shop.emporium.ejb.payment;

import java.lang.System.Logger.Level;
import shop.emporium.domain.order.OrderNumber;

/**
 * Does what is due of one order, whatever becomes of it: the next one must not wait for ever behind
 * an order that fails each time, on every node alike.
 */
final class EachAlone {

  private static final System.Logger LOG = System.getLogger(EachAlone.class.getName());

  private EachAlone() {}

  /**
   * Runs the work for one order.
   *
   * @return whether it was done; if not, it is logged, and may be tried again later
   */
  static boolean run(OrderNumber order, Runnable work) {
    try {
      work.run();
      return true;
    } catch (RuntimeException failed) {
      LOG.log(Level.ERROR, order + ": its payment is passed over until later", failed);
      return false;
    }
  }
}
