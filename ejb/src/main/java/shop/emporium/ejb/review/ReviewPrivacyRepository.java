package shop.emporium.ejb.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Shows and forgets whose reviews these are. */
@ApplicationScoped
class ReviewPrivacyRepository {

  private static final String EXPORT =
      """
      SELECT CAST(coalesce(json_agg(json_build_object(
          'product', p.slug, 'stars', r.stars, 'title', r.title, 'text', r.body, 'language', r.language, 'shownName', r.shown_name,
          'status', lower(r.status), 'why', r.status_why, 'createdAt', iso_utc(r.created_at), 'writtenAt', iso_utc(r.written_at))
          ORDER BY r.id), '[]') AS text)
        FROM review r JOIN product p ON p.id = r.product_id WHERE r.customer_id = :customer
      """;

  private static final String EXPORT_VOTES =
      "SELECT CAST(coalesce(json_agg(review_id ORDER BY review_id), '[]') AS text) FROM review_vote"
          + " WHERE customer_id = :customer";

  private static final String TOUCHED =
      "(customer_id = :customer OR id IN (SELECT review_id FROM review_vote WHERE customer_id = :customer))";

  private static final String LOCK_REVIEWS =
      "SELECT id FROM review WHERE " + TOUCHED + " ORDER BY id FOR NO KEY UPDATE";

  /** In the order in which files lock them. */
  private static final String LOCK_PRODUCTS =
      "SELECT id FROM product WHERE id IN (SELECT product_id FROM review WHERE "
          + TOUCHED
          + ") ORDER BY slug FOR NO KEY UPDATE";

  /** What nobody sees but its buyer, nobody sees any more; what everybody sees stays, of nobody. */
  private static final String DELETE_UNSEEN =
      "DELETE FROM review WHERE customer_id = :customer AND status <> 'PUBLISHED'";

  private static final String FORGET =
      "UPDATE review SET customer_id = NULL, buyer = 'forgotten:' || id, shown_name = ''"
          + " WHERE customer_id = :customer";

  private static final String DELETE_VOTES =
      "DELETE FROM review_vote WHERE customer_id = :customer";

  @PersistenceContext private EntityManager entityManager;

  String export(long customer) {
    return text(EXPORT, customer);
  }

  String exportVotes(long customer) {
    return text(EXPORT_VOTES, customer);
  }

  private String text(String sql, long customer) {
    return (String)
        entityManager.createNativeQuery(sql).setParameter("customer", customer).getSingleResult();
  }

  /** Reviews are locked before the products that count them, as everywhere. */
  void forget(long customer) {
    lock(LOCK_REVIEWS, customer);
    lock(LOCK_PRODUCTS, customer);
    execute(DELETE_UNSEEN, customer);
    execute(FORGET, customer);
    execute(DELETE_VOTES, customer);
  }

  private void lock(String sql, long customer) {
    entityManager.createNativeQuery(sql).setParameter("customer", customer).getResultList();
  }

  private void execute(String sql, long customer) {
    entityManager.createNativeQuery(sql).setParameter("customer", customer).executeUpdate();
  }
}
