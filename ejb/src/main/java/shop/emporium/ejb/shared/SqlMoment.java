package shop.emporium.ejb.shared;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads moments out of the rows of native queries, in whatever class they come. */
public final class SqlMoment {

  private SqlMoment() {}

  /** The moment in a column of the type timestamptz; null where there is none. */
  public static Instant of(Object column) {
    if (column == null) {
      return null;
    }
    if (column instanceof Instant instant) {
      return instant;
    }
    return column instanceof OffsetDateTime moment
        ? moment.toInstant()
        : ((Timestamp) column).toInstant();
  }
}
