package shop.emporium.ejb.catalog;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.util.List;

/**
 * The pictures that are still to be fetched, each call in a short transaction of its own.
 *
 * <p>Taking a row moves its next attempt ahead by more than an attempt can take, and counts it: if
 * the node dies meanwhile, another one tries again later, and a picture that kills nodes is given
 * up in the end. What is given up stays, due in all eternity.
 */
@Stateless
public class PictureFetchQueue {

  /** Two and a half days in all, so that a weekend's outage is outlived. */
  static final int MAX_ATTEMPTS = 12;

  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final Duration LONGEST_DELAY = Duration.ofDays(1);
  private static final int MAX_REASON = 500;

  /** A picture to fetch; attempts count this one. */
  record Due(String source, int attempts) {}

  @PersistenceContext private EntityManager entityManager;

  /** Takes pictures that are due and that no other node has taken. */
  public List<Due> take(int atMost) {
    return Results.of(
            entityManager
                .createNativeQuery(
                    """
                    WITH taken AS (
                      UPDATE picture_fetch SET next_at = now() + make_interval(secs => :lease), attempts = attempts + 1
                       WHERE source IN (SELECT source FROM picture_fetch WHERE next_at <= now()
                                         ORDER BY next_at LIMIT :most FOR UPDATE SKIP LOCKED)
                      RETURNING source, attempts)
                    SELECT source, attempts FROM taken
                    """,
                    Tuple.class)
                .setParameter("lease", (double) LEASE.toSeconds())
                .setParameter("most", atMost))
        .stream()
        .map(row -> new Due((String) row.get("source"), ((Number) row.get("attempts")).intValue()))
        .toList();
  }

  /** The picture is here. */
  public void done(String source) {
    entityManager
        .createNativeQuery("DELETE FROM picture_fetch WHERE source = :source")
        .setParameter("source", source)
        .executeUpdate();
  }

  /** It could not be had: notes why, and when to try again, if ever. */
  public void failed(Due due, String reason) {
    entityManager
        .createNativeQuery(
            """
            UPDATE picture_fetch SET last_error = :reason,
                   next_at = CASE WHEN :last THEN 'infinity' ELSE now() + make_interval(secs => :delay) END
             WHERE source = :source
            """)
        .setParameter("reason", reason.substring(0, Math.min(reason.length(), MAX_REASON)))
        .setParameter("last", due.attempts() >= MAX_ATTEMPTS)
        .setParameter("delay", (double) delay(due.attempts()).toSeconds())
        .setParameter("source", due.source())
        .executeUpdate();
  }

  /** One minute after the first attempt, twice as long after each further one, at most a day. */
  static Duration delay(int attempts) {
    Duration delay = Duration.ofMinutes(1L << Math.min(attempts - 1, 12));
    return delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
  }
}
