package shop.emporium.ejb.catalog;

import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;

/** The one place where the untyped result of a native query gets its type. */
final class Results {

  private Results() {}

  /** The rows of a native query made for {@link Tuple}. */
  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  static List<Tuple> of(Query query) {
    return query.getResultList();
  }
}
