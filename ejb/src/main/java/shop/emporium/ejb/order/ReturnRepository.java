package shop.emporium.ejb.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.Money;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.order.ReturnReason;
import shop.emporium.domain.order.ReturnStatus;
import shop.emporium.domain.shared.Move;

/** Writes returns of an order that is locked. */
@ApplicationScoped
class ReturnRepository {

  private static final String INSERT =
      """
      WITH wish AS (
        INSERT INTO order_return (order_number, status_by, status_at, reason, note)
        VALUES (:number, :by, clock_timestamp(), :reason, :note) RETURNING id),
      lines AS (
        INSERT INTO order_return_line (return_id, order_number, position, quantity)
        SELECT wish.id, :number, l.position, l.pieces
          FROM wish, jsonb_to_recordset(CAST(:lines AS jsonb)) AS l(position integer, pieces integer))
      SELECT id FROM wish
      """;

  private static final String REFUSE =
      """
      UPDATE order_return SET status = 'REFUSED', status_by = :by, status_why = :why, status_at = clock_timestamp()
       WHERE id = :id AND status = 'REQUESTED'
      """;

  private static final String ACCEPT =
      """
      UPDATE order_return SET status = 'ACCEPTED', status_by = :by, status_why = :why, status_at = clock_timestamp(),
             refund_minor = :refund, restocked = :restocked
       WHERE id = :id AND status = 'REQUESTED'
      """;

  private static final String COUNT =
      """
      UPDATE order_line l SET returned = l.returned + p.pieces
        FROM jsonb_to_recordset(CAST(:lines AS jsonb)) AS p(position integer, pieces integer)
       WHERE l.order_number = :number AND l.position = p.position
      """;

  /** Pieces that still count as sold, no more than there are. */
  private static final String TAKE =
      """
      WITH taken AS (
        SELECT l.position, l.variant_id, least(l.sold, p.pieces) AS pieces
          FROM order_line l JOIN jsonb_to_recordset(CAST(:lines AS jsonb)) AS p(position integer, pieces integer)
            ON l.position = p.position
         WHERE l.order_number = :number AND l.sold > 0),
      noted AS (
        UPDATE order_line l SET sold = l.sold - taken.pieces FROM taken
         WHERE l.order_number = :number AND l.position = taken.position)
      SELECT variant_id, pieces FROM taken
      """;

  @PersistenceContext private EntityManager entityManager;

  /** Notes that somebody wants to send pieces back; returns the return. */
  long insert(
      OrderNumber number,
      Map<Integer, Integer> pieces,
      ReturnReason reason,
      String note,
      String by) {
    return ((Number)
            entityManager
                .createNativeQuery(INSERT)
                .setParameter("number", number.value())
                .setParameter("by", by)
                .setParameter("reason", reason.name())
                .setParameter("note", note)
                .setParameter("lines", ParcelRepository.lines(pieces))
                .getSingleResult())
        .longValue();
  }

  void refuse(long id, Move<ReturnStatus> move) {
    requireOne(
        entityManager
            .createNativeQuery(REFUSE)
            .setParameter("id", id)
            .setParameter("by", move.who().text())
            .setParameter("why", move.why())
            .executeUpdate());
  }

  void accept(long id, Move<ReturnStatus> move, Money refund, boolean restocked) {
    requireOne(
        entityManager
            .createNativeQuery(ACCEPT)
            .setParameter("id", id)
            .setParameter("by", move.who().text())
            .setParameter("why", move.why())
            .setParameter("refund", refund.getAmountMinorLong())
            .setParameter("restocked", restocked)
            .executeUpdate());
  }

  private static void requireOne(int moved) {
    if (moved != 1) {
      throw new IllegalStateException("The return was moved by somebody else");
    }
  }

  /** Counts pieces as returned. */
  void count(OrderNumber number, Map<Integer, Integer> pieces) {
    entityManager
        .createNativeQuery(COUNT)
        .setParameter("number", number.value())
        .setParameter("lines", ParcelRepository.lines(pieces))
        .executeUpdate();
  }

  /** Takes pieces out of what the order has; returns which they were, by variant. */
  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  Map<Long, Integer> takePieces(OrderNumber number, Map<Integer, Integer> pieces) {
    List<Tuple> rows =
        entityManager
            .createNativeQuery(TAKE, Tuple.class)
            .setParameter("number", number.value())
            .setParameter("lines", ParcelRepository.lines(pieces))
            .getResultList();
    Map<Long, Integer> taken = new TreeMap<>();
    rows.forEach(
        row ->
            taken.put(
                ((Number) row.get("variant_id")).longValue(),
                ((Number) row.get("pieces")).intValue()));
    return taken;
  }
}
