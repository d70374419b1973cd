package shop.emporium.ejb.order;

import static shop.emporium.ejb.shared.JsonCodec.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArrayBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.order.ShipmentStatus;
import shop.emporium.domain.shared.Move;

/** Writes parcels of an order that is locked. */
@ApplicationScoped
class ParcelRepository {

  private static final String INSERT =
      """
      WITH parcel AS (
        INSERT INTO shipment (order_number, status_by, status_why, status_at) VALUES (:number, :by, :why, clock_timestamp()) RETURNING id),
      lines AS (
        INSERT INTO shipment_line (shipment_id, order_number, position, quantity)
        SELECT parcel.id, :number, l.position, l.pieces
          FROM parcel, jsonb_to_recordset(CAST(:lines AS jsonb)) AS l(position integer, pieces integer))
      SELECT id FROM parcel
      """;

  private static final String MOVE =
      """
      UPDATE shipment SET status = :to, status_by = :by, status_why = :why, status_at = clock_timestamp()
       WHERE id = :id AND status = :from
      """;

  @PersistenceContext private EntityManager entityManager;

  /** Packs pieces, by the position of their lines; returns the parcel. */
  long insert(OrderNumber number, Map<Integer, Integer> pieces, Move<ShipmentStatus> move) {
    return ((Number)
            entityManager
                .createNativeQuery(INSERT)
                .setParameter("number", number.value())
                .setParameter("by", move.who().text())
                .setParameter("why", move.why())
                .setParameter("lines", lines(pieces))
                .getSingleResult())
        .longValue();
  }

  /** Pieces as JSON, ready for {@code jsonb_to_recordset}. */
  static String lines(Map<Integer, Integer> pieces) {
    JsonArrayBuilder lines = JSON.createArrayBuilder();
    pieces.forEach(
        (position, count) ->
            lines.add(JSON.createObjectBuilder().add("position", position).add("pieces", count)));
    return lines.build().toString();
  }

  /**
   * Moves a parcel of an order that is locked.
   *
   * @throws IllegalStateException when it is not as it was when the order was locked
   */
  void move(long parcel, Move<ShipmentStatus> move) {
    int moved =
        entityManager
            .createNativeQuery(MOVE)
            .setParameter("id", parcel)
            .setParameter("from", move.from().name())
            .setParameter("to", move.to().name())
            .setParameter("by", move.who().text())
            .setParameter("why", move.why())
            .executeUpdate();
    if (moved != 1) {
      throw new IllegalStateException("Parcel " + parcel + " is not " + move.from() + " any more");
    }
  }

  void handOver(long parcel, Carriage with) {
    entityManager
        .createNativeQuery(
            "UPDATE shipment SET carrier = :carrier, tracking = nullif(:tracking, '') WHERE id = :id")
        .setParameter("id", parcel)
        .setParameter("carrier", with.carrier().strip())
        .setParameter("tracking", with.tracking().strip())
        .executeUpdate();
  }
}
