package shop.emporium.ejb.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import shop.emporium.domain.review.ReviewStatus;

/** Reads reviews: those that everybody sees, one's own, and those that wait. */
@ApplicationScoped
class ReviewQueries {

  private static final String PUBLISHED =
      """
      SELECT r.id, r.stars, r.title, r.body, r.language, r.shown_name, l.options, r.written_at, r.helpful
        FROM review r
        JOIN product p ON p.id = r.product_id
        JOIN order_line l ON l.order_number = r.order_number AND l.position = r.position
       WHERE p.slug = :slug AND r.status = 'PUBLISHED' AND (:stars = 0 OR r.stars = :stars)
       ORDER BY %s
      """;

  private static final String OWN =
      """
      SELECT r.id, p.slug, p.name, r.order_number, l.options, r.stars, r.title, r.body, r.language, r.shown_name,
             r.status, r.status_why, r.status_by, r.status_at, r.written_at, r.revision, r.helpful
        FROM review r
        JOIN product p ON p.id = r.product_id
        JOIN order_line l ON l.order_number = r.order_number AND l.position = r.position
       WHERE %s
      """;

  private static final String OF_BUYER =
      OWN.formatted("r.buyer = :buyer ORDER BY r.written_at DESC, r.id DESC LIMIT :most");
  private static final String ONE = OWN.formatted("r.id = :id AND " + ReviewReach.SQL);
  private static final String OF_PRODUCT = OWN.formatted("p.slug = :slug AND " + ReviewReach.SQL);

  /** Who waited longest is read first; of what was decided, the latest. */
  private static final String WAITING =
      OWN.formatted("r.status = :status ORDER BY r.written_at, r.id");

  private static final String DECIDED =
      OWN.formatted("r.status = :status ORDER BY r.written_at DESC, r.id DESC");

  @PersistenceContext private EntityManager entityManager;

  List<ReviewView> published(String slug, ReviewQuery query) {
    return ReviewRows.of(
            entityManager
                .createNativeQuery(PUBLISHED.formatted(query.order().sql()), Tuple.class)
                .setParameter("slug", slug)
                .setParameter("stars", query.stars())
                .setFirstResult((query.page() - 1) * ReviewQuery.SIZE)
                .setMaxResults(ReviewQuery.SIZE))
        .stream()
        .map(ReviewRows::view)
        .toList();
  }

  List<OwnReview> ofBuyer(String buyer, int most) {
    return ReviewRows.of(
            entityManager
                .createNativeQuery(OF_BUYER, Tuple.class)
                .setParameter("buyer", buyer)
                .setParameter("most", most))
        .stream()
        .map(ReviewRows::own)
        .toList();
  }

  Optional<OwnReview> find(long id, ReviewReach reach) {
    Query query = entityManager.createNativeQuery(ONE, Tuple.class).setParameter("id", id);
    return first(reach.in(query));
  }

  Optional<OwnReview> find(String slug, ReviewReach reach) {
    Query query =
        entityManager.createNativeQuery(OF_PRODUCT, Tuple.class).setParameter("slug", slug);
    return first(reach.in(query));
  }

  private static Optional<OwnReview> first(Query query) {
    return ReviewRows.of(query).stream().findFirst().map(ReviewRows::own);
  }

  List<OwnReview> withStatus(ReviewStatus status, int page, int size) {
    String sql = status == ReviewStatus.PENDING ? WAITING : DECIDED;
    return ReviewRows.of(
            entityManager
                .createNativeQuery(sql, Tuple.class)
                .setParameter("status", status.name())
                .setFirstResult((page - 1) * size)
                .setMaxResults(size))
        .stream()
        .map(ReviewRows::own)
        .toList();
  }

  int count(ReviewStatus status) {
    return ((Number)
            entityManager
                .createNativeQuery("SELECT count(*) FROM review WHERE status = :status")
                .setParameter("status", status.name())
                .getSingleResult())
        .intValue();
  }
}
