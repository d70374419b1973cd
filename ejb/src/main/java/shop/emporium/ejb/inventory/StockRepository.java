package shop.emporium.ejb.inventory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import shop.emporium.domain.inventory.Hold;
import shop.emporium.ejb.shared.SqlMoment;

/** Locks and moves pieces. */
@ApplicationScoped
class StockRepository {

  /** No key update: lines of carts may refer to a variant meanwhile. */
  private static final String LOCK =
      """
      SELECT v.id, v.sku, CASE WHEN p.visible THEN v.available ELSE 0 END AS available
        FROM product_variant v JOIN product p ON p.id = v.product_id
       WHERE v.id = ANY (CAST(:variants AS bigint[]))
       ORDER BY v.sku FOR NO KEY UPDATE OF v
      """;

  /** The condition is true for whoever has locked the rows; without it, a check would fail. */
  private static final String MOVE =
      """
      UPDATE product_variant v
         SET available = v.available - m.taken, reserved = v.reserved + m.reserved, sold = v.sold + m.sold
        FROM jsonb_to_recordset(CAST(:moves AS jsonb)) AS m(id bigint, taken integer, reserved integer, sold integer)
       WHERE v.id = m.id AND v.available >= m.taken
      """;

  /** Free pieces of one variant, which it locks by itself; the same condition decides. */
  private static final String SELL_ONE =
      """
      UPDATE product_variant v
         SET available = v.available - m.taken, sold = v.sold + m.taken
        FROM (SELECT CAST(:variant AS bigint) AS id, CAST(:pieces AS integer) AS taken) m, product p
       WHERE v.id = m.id AND p.id = v.product_id AND p.visible AND v.available >= m.taken
      RETURNING v.sku
      """;

  private static final String BEGIN =
      """
      INSERT INTO reservation AS r (checkout_id, expires_at) VALUES (:checkout, :until)
      ON CONFLICT (checkout_id) DO UPDATE SET expires_at = r.expires_at
      RETURNING r.expires_at, r.xmax = 0 AS fresh
      """;

  private static final String HOLD =
      """
      WITH gone AS (
        DELETE FROM reservation_line
         WHERE checkout_id = :checkout AND variant_id NOT IN (
           SELECT id FROM jsonb_to_recordset(CAST(:lines AS jsonb)) AS l(id bigint, pieces integer))),
      timed AS (UPDATE reservation SET expires_at = :until WHERE checkout_id = :checkout)
      INSERT INTO reservation_line AS r (checkout_id, variant_id, quantity)
      SELECT :checkout, id, pieces FROM jsonb_to_recordset(CAST(:lines AS jsonb)) AS l(id bigint, pieces integer)
      ON CONFLICT (checkout_id, variant_id) DO UPDATE SET quantity = excluded.quantity
      """;

  @PersistenceContext private EntityManager entityManager;

  /** A reservation whose row is locked. */
  record Begun(Hold hold, boolean isFresh) {}

  /** Begins a reservation, or takes up the one that is there; locked until the transaction ends. */
  Begun begin(long checkout, Hold hold) {
    Tuple row =
        (Tuple)
            entityManager
                .createNativeQuery(BEGIN, Tuple.class)
                .setParameter("checkout", checkout)
                .setParameter("until", hold.until())
                .getSingleResult();
    return new Begun(new Hold(SqlMoment.of(row.get("expires_at"))), (Boolean) row.get("fresh"));
  }

  /** Until when a checkout holds something; locked until the transaction ends. */
  Optional<Hold> lock(long checkout) {
    return hold("SELECT expires_at FROM reservation WHERE checkout_id = ?1 FOR UPDATE", checkout);
  }

  /** Until when a checkout holds something. */
  Optional<Hold> find(long checkout) {
    return hold("SELECT expires_at FROM reservation WHERE checkout_id = ?1", checkout);
  }

  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  private Optional<Hold> hold(String sql, long checkout) {
    List<Object> until =
        entityManager.createNativeQuery(sql).setParameter(1, checkout).getResultList();
    return until.stream().findFirst().map(moment -> new Hold(SqlMoment.of(moment)));
  }

  /** Checkouts whose time is over and that nobody else is busy with; locked. */
  @SuppressWarnings("unchecked")
  List<Long> lockExpired(int most) {
    List<Number> checkouts =
        entityManager
            .createNativeQuery(
                "SELECT checkout_id FROM reservation WHERE expires_at <= clock_timestamp()"
                    + " ORDER BY expires_at LIMIT ?1 FOR UPDATE SKIP LOCKED")
            .setParameter(1, most)
            .getResultList();
    return checkouts.stream().map(Number::longValue).toList();
  }

  /** What checkouts hold together, by variant. */
  @SuppressWarnings("unchecked")
  Map<Long, Integer> held(Collection<Long> checkouts) {
    List<Tuple> rows =
        entityManager
            .createNativeQuery(
                "SELECT variant_id, sum(quantity) AS pieces FROM reservation_line"
                    + " WHERE checkout_id = ANY (CAST(?1 AS bigint[])) GROUP BY variant_id",
                Tuple.class)
            .setParameter(1, array(checkouts))
            .getResultList();
    Map<Long, Integer> held = new TreeMap<>();
    rows.forEach(row -> held.put(number(row, "variant_id"), (int) number(row, "pieces")));
    return held;
  }

  /** Locks variants in the order of their SKUs. */
  @SuppressWarnings("unchecked")
  List<Shelf> lock(Collection<Long> variants) {
    List<Tuple> rows =
        entityManager
            .createNativeQuery(LOCK, Tuple.class)
            .setParameter("variants", array(variants))
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new Shelf(
                    number(row, "id"), (String) row.get("sku"), (int) number(row, "available")))
        .toList();
  }

  /**
   * Moves pieces of variants that are locked.
   *
   * @throws IllegalStateException when not all could be moved, which a lock makes impossible
   */
  void move(Movement movement) {
    int moved =
        entityManager
            .createNativeQuery(MOVE)
            .setParameter("moves", movement.json())
            .executeUpdate();
    if (moved != movement.variants().size()) {
      throw new IllegalStateException("Only " + moved + " of " + movement.variants() + " moved");
    }
  }

  /**
   * Sells pieces of one variant that nobody holds, without locking it before.
   *
   * @return its SKU; empty when there are not so many, and nothing has changed
   */
  @SuppressWarnings("unchecked")
  Optional<String> sellOne(long variant, int pieces) {
    List<String> skus =
        entityManager
            .createNativeQuery(SELL_ONE)
            .setParameter("variant", variant)
            .setParameter("pieces", pieces)
            .getResultList();
    return skus.stream().findFirst();
  }

  /** Writes what a checkout holds from now on. */
  void hold(long checkout, Map<Long, Integer> pieces, Hold hold) {
    String lines =
        pieces.entrySet().stream()
            .map(line -> "{\"id\":" + line.getKey() + ",\"pieces\":" + line.getValue() + "}")
            .collect(Collectors.joining(",", "[", "]"));
    entityManager
        .createNativeQuery(HOLD)
        .setParameter("checkout", checkout)
        .setParameter("lines", lines)
        .setParameter("until", hold.until())
        .executeUpdate();
  }

  /** These checkouts hold nothing any more. */
  void end(Collection<Long> checkouts) {
    entityManager
        .createNativeQuery("DELETE FROM reservation WHERE checkout_id = ANY (CAST(?1 AS bigint[]))")
        .setParameter(1, array(checkouts))
        .executeUpdate();
  }

  private static String array(Collection<Long> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
  }

  private static long number(Tuple row, String column) {
    return ((Number) row.get(column)).longValue();
  }
}
