package shop.emporium.ejb.wishlist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import shop.emporium.domain.shared.Secret;
import shop.emporium.domain.wishlist.Wishlist;

/**
 * Finds and keeps lists. Each statement names the customer: what is somebody else's is not there.
 */
@ApplicationScoped
class WishlistRepository {

  private static final String SUMMARIES =
      """
      SELECT l.id, l.name, l.is_default, l.share_token, count(w.id) AS wishes
        FROM wishlist l LEFT JOIN wish w ON w.wishlist_id = l.id
       WHERE l.customer_id = :customer
       GROUP BY l.id ORDER BY l.is_default DESC, lower(l.name), l.id
      """;

  private static final String EXPORT =
      """
      SELECT CAST(coalesce(json_agg(json_build_object(
          'name', l.name, 'default', l.is_default, 'shared', l.share_token IS NOT NULL, 'createdAt', iso_utc(l.created_at),
          'wishes', (SELECT coalesce(json_agg(json_build_object('sku', v.sku, 'addedAt', iso_utc(w.added_at)) ORDER BY w.id), '[]')
            FROM wish w JOIN product_variant v ON v.id = w.variant_id WHERE w.wishlist_id = l.id)) ORDER BY l.id), '[]') AS text)
        FROM wishlist l WHERE l.customer_id = :customer
      """;

  @PersistenceContext private EntityManager entityManager;

  /**
   * Locks a customer until the transaction ends, so that changes to one customer's lists come one
   * after another.
   *
   * @return whether there is such a customer
   */
  boolean lockOwner(long customer) {
    return !entityManager
        .createNativeQuery(
            "SELECT id FROM customer WHERE id = :customer AND erased_at IS NULL FOR NO KEY UPDATE")
        .setParameter("customer", customer)
        .getResultList()
        .isEmpty();
  }

  /** All lists of a customer, the default first, the others by name. */
  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  List<WishlistSummary> summaries(long customer) {
    List<Tuple> rows =
        entityManager
            .createNativeQuery(SUMMARIES, Tuple.class)
            .setParameter("customer", customer)
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new WishlistSummary(
                    ((Number) row.get("id")).longValue(),
                    (String) row.get("name"),
                    (Boolean) row.get("is_default"),
                    ((Number) row.get("wishes")).intValue(),
                    (String) row.get("share_token")))
        .toList();
  }

  Optional<Wishlist> find(long customer, long id) {
    return entityManager
        .createQuery("SELECT l FROM Wishlist l WHERE l.id = ?1 AND l.customer = ?2", Wishlist.class)
        .setParameter(1, id)
        .setParameter(2, customer)
        .getResultStream()
        .findFirst();
  }

  Optional<Wishlist> findDefault(long customer) {
    return entityManager
        .createQuery(
            "SELECT l FROM Wishlist l WHERE l.customer = ?1 AND l.isDefault", Wishlist.class)
        .setParameter(1, customer)
        .getResultStream()
        .findFirst();
  }

  /** The list that a link opens. */
  Optional<Wishlist> shared(Secret link) {
    return entityManager
        .createQuery("SELECT l FROM Wishlist l WHERE l.shareToken = ?1", Wishlist.class)
        .setParameter(1, link.value())
        .getResultStream()
        .findFirst();
  }

  /** What a customer wants to be called. */
  String nameOf(long customer) {
    return (String)
        entityManager
            .createNativeQuery("SELECT name FROM customer WHERE id = :customer")
            .setParameter("customer", customer)
            .getSingleResult();
  }

  int count(long customer) {
    return ((Number)
            entityManager
                .createNativeQuery("SELECT count(*) FROM wishlist WHERE customer_id = :customer")
                .setParameter("customer", customer)
                .getSingleResult())
        .intValue();
  }

  /** Whether another list of the customer has this name, in upper or lower case. */
  boolean isNameTaken(long customer, String name, long except) {
    return !entityManager
        .createNativeQuery(
            "SELECT id FROM wishlist WHERE customer_id = :customer AND id <> :except"
                + " AND lower(name) = lower(:name)")
        .setParameter("customer", customer)
        .setParameter("except", except)
        .setParameter("name", name)
        .getResultList()
        .isEmpty();
  }

  void add(Wishlist list) {
    entityManager.persist(list);
  }

  /** Deletes a list with its wishes. */
  void remove(Wishlist list) {
    entityManager.remove(list);
    entityManager.flush();
  }

  /** All lists of a customer with what is in them, as JSON. */
  String export(long customer) {
    return (String)
        entityManager
            .createNativeQuery(EXPORT)
            .setParameter("customer", customer)
            .getSingleResult();
  }

  void deleteAllOf(long customer) {
    entityManager
        .createNativeQuery("DELETE FROM wishlist WHERE customer_id = :customer")
        .setParameter("customer", customer)
        .executeUpdate();
  }
}
