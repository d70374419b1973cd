package shop.emporium.ejb.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import shop.emporium.domain.review.ReviewStatus;
import shop.emporium.domain.shared.Actor;

/**
 * Writes reviews. Each statement of an author says which are his own beside the number: what is
 * somebody else's is not there. Locks a review before its product, whose row the trigger changes.
 */
@ApplicationScoped
class ReviewRepository {

  private static final String INSERT =
      """
      INSERT INTO review (product_id, order_number, position, customer_id, buyer, stars, title, body, language, shown_name, status_by)
      SELECT :product, :order, :position, nullif(:customer, 0), :buyer, :stars, :title, :body, :language, :name, :by
       WHERE NOT EXISTS (SELECT 1 FROM review WHERE product_id = :product AND buyer IN (:buyer, :same))
      ON CONFLICT (product_id, buyer) DO NOTHING
      RETURNING id
      """;

  private static final String CHANGE =
      """
      UPDATE review r
         SET stars = :stars, title = :title, body = :body, language = :language, shown_name = :name, revision = revision + 1,
             status = 'PENDING', status_by = :by, status_why = '', status_at = clock_timestamp(), written_at = clock_timestamp()
       WHERE r.id = :id AND %s
      """
          .formatted(ReviewReach.SQL);

  private static final String DELETE =
      "DELETE FROM review r WHERE r.id = :id AND " + ReviewReach.SQL;

  private static final String DECIDE =
      """
      UPDATE review SET status = :to, status_by = :by, status_why = :why, status_at = clock_timestamp()
       WHERE id = :id AND status = :from AND revision = :revision
      """;

  @PersistenceContext private EntityManager entityManager;

  /** A review whose row is locked. */
  record Locked(long id, ReviewStatus status, int revision) {}

  /** Writes a review; empty when its buyer has one of the product already. */
  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  Optional<Long> insert(Purchase purchase, ReviewFields fields, Actor by) {
    reserve(purchase.product());
    Query insert =
        entityManager
            .createNativeQuery(INSERT)
            .setParameter("product", purchase.product())
            .setParameter("order", purchase.order())
            .setParameter("position", purchase.position())
            .setParameter("customer", purchase.customer() == null ? 0L : purchase.customer())
            .setParameter("buyer", purchase.buyer())
            .setParameter("same", purchase.same() == null ? "" : purchase.same());
    List<Number> ids = fill(insert, fields, by).getResultList();
    return ids.stream().findFirst().map(Number::longValue);
  }

  /**
   * Lets nobody else write of a product until the transaction ends: who writes as a guest and as a
   * customer at once has two names, which no unique key brings together.
   *
   * <p>No lock of the product's row, for which a file that is read in would make writers wait.
   */
  private void reserve(long product) {
    entityManager
        .createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:key, 14))")
        .setParameter("key", Long.toString(product))
        .getSingleResult();
  }

  /** What is written anew waits to be read again; returns whether it is the author's own. */
  boolean change(long id, ReviewReach reach, ReviewFields fields, Actor by) {
    Query change = reach.in(entityManager.createNativeQuery(CHANGE).setParameter("id", id));
    return fill(change, fields, by).executeUpdate() == 1;
  }

  private static Query fill(Query query, ReviewFields fields, Actor by) {
    return query
        .setParameter("stars", fields.stars())
        .setParameter("title", fields.title())
        .setParameter("body", fields.text())
        .setParameter("language", fields.language())
        .setParameter("name", fields.shownName())
        .setParameter("by", by.text());
  }

  /** Returns whether there was one of the author's own. */
  boolean delete(long id, ReviewReach reach) {
    Query delete = reach.in(entityManager.createNativeQuery(DELETE).setParameter("id", id));
    return delete.executeUpdate() == 1;
  }

  /** A review, locked until the transaction ends. */
  Optional<Locked> lock(long id) {
    return ReviewRows.of(
            entityManager
                .createNativeQuery(
                    "SELECT id, status, revision FROM review WHERE id = :id FOR NO KEY UPDATE",
                    Tuple.class)
                .setParameter("id", id))
        .stream()
        .findFirst()
        .map(
            row ->
                new Locked(
                    id,
                    ReviewStatus.valueOf((String) row.get("status")),
                    ((Number) row.get("revision")).intValue()));
  }

  /** Moves a review that is locked. */
  void decide(Locked review, ReviewStatus to, Actor by, String why) {
    int moved =
        entityManager
            .createNativeQuery(DECIDE)
            .setParameter("id", review.id())
            .setParameter("from", review.status().name())
            .setParameter("revision", review.revision())
            .setParameter("to", to.name())
            .setParameter("by", by.text())
            .setParameter("why", why)
            .executeUpdate();
    if (moved != 1) {
      throw new IllegalStateException("Review " + review.id() + " is not as it was locked");
    }
  }

  /**
   * Notes that a review helped a customer, or did not after all.
   *
   * @return whether there is such a review, shown to everybody and of somebody else
   */
  boolean vote(long id, long customer, boolean isHelpful) {
    // The review before the voice, as everybody locks.
    boolean isThere =
        !entityManager
            .createNativeQuery(
                "SELECT id FROM review WHERE id = :id AND status = 'PUBLISHED' AND buyer <> :own FOR NO KEY UPDATE")
            .setParameter("id", id)
            .setParameter("own", buyer(customer))
            .getResultList()
            .isEmpty();
    if (isThere) {
      entityManager
          .createNativeQuery(
              isHelpful
                  ? "INSERT INTO review_vote (review_id, customer_id) VALUES (:id, :customer) ON CONFLICT DO NOTHING"
                  : "DELETE FROM review_vote WHERE review_id = :id AND customer_id = :customer")
          .setParameter("id", id)
          .setParameter("customer", customer)
          .executeUpdate();
    }
    return isThere;
  }

  /** A customer, as reviews name people. */
  static String buyer(long customer) {
    return "customer:" + customer;
  }
}
