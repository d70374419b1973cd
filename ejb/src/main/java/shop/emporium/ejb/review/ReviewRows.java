package shop.emporium.ejb.review;

import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.review.ReviewStatus;
import shop.emporium.ejb.shared.SqlMoment;

/** What rows of queries about reviews say. */
final class ReviewRows {

  private ReviewRows() {}

  /** The rows of a native query made for {@link Tuple}. */
  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  static List<Tuple> of(Query query) {
    return query.getResultList();
  }

  static ReviewView view(Tuple row) {
    return new ReviewView(
        id(row, "id"),
        number(row, "stars"),
        text(row, "title"),
        text(row, "body"),
        text(row, "language"),
        text(row, "shown_name"),
        text(row, "options"),
        SqlMoment.of(row.get("written_at")),
        number(row, "helpful"));
  }

  static OwnReview own(Tuple row) {
    return new OwnReview(
        id(row, "id"),
        text(row, "slug"),
        text(row, "name"),
        new OrderNumber(id(row, "order_number")).text(),
        text(row, "options"),
        number(row, "stars"),
        text(row, "title"),
        text(row, "body"),
        text(row, "language"),
        text(row, "shown_name"),
        ReviewStatus.valueOf(text(row, "status")),
        text(row, "status_why"),
        text(row, "status_by"),
        SqlMoment.of(row.get("status_at")),
        SqlMoment.of(row.get("written_at")),
        number(row, "revision"),
        number(row, "helpful"));
  }

  static Purchase purchase(Tuple row) {
    return new Purchase(
        id(row, "number"),
        number(row, "position"),
        id(row, "product"),
        text(row, "slug"),
        text(row, "name"),
        text(row, "options"),
        row.get("customer_id") == null ? null : id(row, "customer_id"),
        text(row, "buyer"),
        text(row, "same"),
        text(row, "person"));
  }

  static long id(Tuple row, String column) {
    return ((Number) row.get(column)).longValue();
  }

  private static int number(Tuple row, String column) {
    return ((Number) row.get(column)).intValue();
  }

  private static String text(Tuple row, String column) {
    return (String) row.get(column);
  }
}
