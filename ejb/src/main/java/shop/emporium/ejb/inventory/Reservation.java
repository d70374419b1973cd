package shop.emporium.ejb.inventory;

import java.util.List;
import shop.emporium.domain.inventory.Hold;
import shop.emporium.domain.inventory.Shortage;

/**
 * What became of a wish to hold pieces.
 *
 * @param hold until when they are held; null when some are short, and then nothing has changed
 * @param shortages of what there are fewer; none when all are held
 */
public record Reservation(Hold hold, List<Shortage> shortages) {

  static Reservation of(Hold hold) {
    return new Reservation(hold, List.of());
  }

  static Reservation missing(List<Shortage> shortages) {
    return new Reservation(null, shortages);
  }

  /** Whether all pieces are held. */
  public boolean isHeld() {
    return hold != null;
  }
}
