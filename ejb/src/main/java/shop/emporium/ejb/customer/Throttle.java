package shop.emporium.ejb.customer;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import shop.emporium.domain.shared.Sha256;

/**
 * Slows down who tries again and again, counted for all nodes together.
 *
 * <p>An attempt is counted before it is made, in a transaction of its own, and given back when it
 * was none: a hundred guesses at once are counted as a hundred, and a failure that rolls everything
 * else back is counted all the same. The database's clock is the only one. An hour without attempts
 * is forgotten.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Throttle {

  private static final Duration MEMORY = Duration.ofHours(1);

  /** More doublings would be beyond every longest wait, and beyond numbers. */
  private static final int MOST_DOUBLINGS = 20;

  private static final int PURGE_BATCH = 1000;

  /** By the clock, not by when a transaction began, which may have been before that of another. */
  private static final String COUNT =
      """
      INSERT INTO throttle AS known (key_hash, attempts, blocked_until, last_at)
      VALUES (:key, 1, clock_timestamp(), clock_timestamp())
      ON CONFLICT (key_hash) DO UPDATE SET
        attempts = CASE WHEN known.last_at < clock_timestamp() - make_interval(secs => :memory) THEN 1
                        ELSE known.attempts + 1 END,
        blocked_until = clock_timestamp() + make_interval(secs =>
          CASE WHEN known.last_at < clock_timestamp() - make_interval(secs => :memory)
                 OR known.attempts < :free THEN 0
               ELSE least(:longest, :first * power(2, least(known.attempts - :free, :doublings))) END),
        last_at = clock_timestamp()
       WHERE known.blocked_until <= clock_timestamp()
      """;

  @PersistenceContext private EntityManager entityManager;

  /**
   * Refuses who has to wait, and counts nothing: for what is mostly no attempt, and is done by many
   * at once from one place.
   *
   * @throws TooManyAttemptsException when he has to wait
   */
  public void check(ThrottleKind kind, String who) {
    byte[] key = key(kind, who);
    boolean isBlocked =
        !entityManager
            .createNativeQuery(
                "SELECT 1 FROM throttle WHERE key_hash = :key AND blocked_until > clock_timestamp()")
            .setParameter("key", key)
            .getResultList()
            .isEmpty();
    if (isBlocked) {
      throw new TooManyAttemptsException(wait(key));
    }
  }

  /**
   * Counts an attempt.
   *
   * @param who what is counted, such as an address
   * @throws TooManyAttemptsException when it has to wait; it is not counted then
   */
  public void enter(ThrottleKind kind, String who) {
    byte[] key = key(kind, who);
    int counted =
        entityManager
            .createNativeQuery(COUNT)
            .setParameter("key", key)
            .setParameter("memory", (double) MEMORY.toSeconds())
            .setParameter("free", kind.free())
            .setParameter("first", (double) kind.first().toSeconds())
            .setParameter("longest", (double) kind.longest().toSeconds())
            .setParameter("doublings", MOST_DOUBLINGS)
            .executeUpdate();
    if (counted == 0) {
      throw new TooManyAttemptsException(wait(key));
    }
  }

  private Duration wait(byte[] key) {
    Number seconds =
        (Number)
            entityManager
                .createNativeQuery(
                    "SELECT CAST(ceil(extract(epoch FROM blocked_until - clock_timestamp())) AS bigint)"
                        + " FROM throttle WHERE key_hash = :key")
                .setParameter("key", key)
                .getSingleResult();
    return Duration.ofSeconds(Math.max(1, seconds.longValue()));
  }

  /** Gives an attempt back that turned out to be none; nobody waits for it any more. */
  public void release(ThrottleKind kind, String who) {
    entityManager
        .createNativeQuery(
            "UPDATE throttle SET attempts = greatest(0, attempts - 1), blocked_until = now()"
                + " WHERE key_hash = :key")
        .setParameter("key", key(kind, who))
        .executeUpdate();
  }

  /** Forgets all attempts. */
  public void forget(ThrottleKind kind, String who) {
    entityManager
        .createNativeQuery("DELETE FROM throttle WHERE key_hash = :key")
        .setParameter("key", key(kind, who))
        .executeUpdate();
  }

  /**
   * Throws away some of what is forgotten.
   *
   * @return how many rows; fewer than 1,000 when none is left
   */
  public int purge() {
    return entityManager
        .createNativeQuery(
            "DELETE FROM throttle WHERE key_hash IN (SELECT key_hash FROM throttle"
                + " WHERE greatest(last_at, blocked_until) < now() - make_interval(secs => :memory)"
                + " LIMIT :most FOR UPDATE SKIP LOCKED)")
        .setParameter("memory", (double) MEMORY.toSeconds())
        .setParameter("most", PURGE_BATCH)
        .executeUpdate();
  }

  private static byte[] key(ThrottleKind kind, String who) {
    return Sha256.of(kind + " " + who);
  }
}
