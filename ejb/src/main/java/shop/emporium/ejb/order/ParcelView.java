package shop.emporium.ejb.order;

import java.time.Instant;
import java.util.List;
import shop.emporium.domain.order.ShipmentStatus;

/**
 * A parcel of an order; one that was opened again is none.
 *
 * @param carrier null until it is sent
 * @param tracking number by which the carrier knows it, or null
 */
public record ParcelView(
    long id,
    ShipmentStatus status,
    Instant since,
    String carrier,
    String tracking,
    List<Pieces> pieces) {

  /** Pieces of a line. */
  public record Pieces(int position, int quantity) {}
}
