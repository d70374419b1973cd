package shop.emporium.ejb.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shop.emporium.domain.customer.RememberToken;
import shop.emporium.domain.customer.Role;
import shop.emporium.domain.customer.SignIn;

/** Finds and keeps sign-ins. */
@ApplicationScoped
class SignInRepository {

  private static final String LIVE = "revoked_at IS NULL AND expires_at > now()";

  /** How often a sign-in in use is noted to be: less often than it is asked about. */
  private static final int NOTED_EVERY_SECONDS = 60;

  private static final int MOST_LISTED = 100;

  @PersistenceContext private EntityManager entityManager;
  @Inject private AdminRule rule;

  /** Who is signed in by this sign-in of this customer, and whether that is to be noted. */
  record Found(SignedIn person, boolean isUnnoted) {}

  void add(SignIn signIn) {
    entityManager.persist(signIn);
  }

  Optional<Found> find(long customer, long signIn) {
    return rows(
            entityManager
                .createNativeQuery(
                    "SELECT c.name, c.role, s.strong, s.last_seen_at < now() - make_interval(secs => :every) AS unnoted"
                        + " FROM sign_in s JOIN customer c ON c.id = s.customer_id"
                        + " WHERE s.id = :id AND s.customer_id = :customer"
                        + " AND s.revoked_at IS NULL AND s.expires_at > now() AND c.erased_at IS NULL",
                    Tuple.class)
                .setParameter("every", (double) NOTED_EVERY_SECONDS)
                .setParameter("id", signIn)
                .setParameter("customer", customer))
        .stream()
        .findFirst()
        .map(
            row ->
                new Found(
                    new SignedIn(
                        customer,
                        signIn,
                        (String) row.get("name"),
                        rule.groupOf(
                            Role.valueOf((String) row.get("role")), (Boolean) row.get("strong")),
                        (Boolean) row.get("strong")),
                    (Boolean) row.get("unnoted")));
  }

  /** Notes that a sign-in is in use, which makes it last. */
  void note(long signIn) {
    entityManager
        .createNativeQuery(
            "UPDATE sign_in SET last_seen_at = now(), expires_at = now() + make_interval(secs =>"
                + " CASE WHEN series_hash IS NULL THEN :lifetime ELSE :remembered END)"
                + " WHERE id = :id AND last_seen_at < now() - make_interval(secs => :every)")
        .setParameter("lifetime", (double) SignIn.LIFETIME.toSeconds())
        .setParameter("remembered", (double) SignIn.REMEMBERED_LIFETIME.toSeconds())
        .setParameter("id", signIn)
        .setParameter("every", (double) NOTED_EVERY_SECONDS)
        .executeUpdate();
  }

  /** Notes that more than a password was proved with this browser. */
  void strengthen(long customer, long signIn) {
    entityManager
        .createNativeQuery(
            "UPDATE sign_in SET strong = true WHERE id = :id AND customer_id = :customer")
        .setParameter("id", signIn)
        .setParameter("customer", customer)
        .executeUpdate();
  }

  /** The sign-in that a browser keeps the token of, locked until the transaction ends. */
  Optional<SignIn> lock(RememberToken token) {
    return entityManager
        .createQuery("SELECT s FROM SignIn s WHERE s.seriesHash = ?1", SignIn.class)
        .setParameter(1, token.seriesHash())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /** The sign-ins of a customer that hold, the one used last first. */
  List<SignIn> list(long customer, Instant now) {
    return entityManager
        .createQuery(
            "SELECT s FROM SignIn s WHERE s.customer.id = ?1 AND s.revokedAt IS NULL"
                + " AND s.expiresAt > ?2 ORDER BY s.lastSeenAt DESC, s.id DESC",
            SignIn.class)
        .setParameter(1, customer)
        .setParameter(2, now)
        .setMaxResults(MOST_LISTED)
        .getResultList();
  }

  /** Ends a sign-in; returns whether it is the customer's and held. */
  boolean revoke(long customer, long signIn) {
    return entityManager
            .createNativeQuery(
                "UPDATE sign_in SET revoked_at = now() WHERE id = :id AND customer_id = :customer AND "
                    + LIVE)
            .setParameter("id", signIn)
            .setParameter("customer", customer)
            .executeUpdate()
        == 1;
  }

  /** Ends all sign-ins of a customer but one; returns how many. */
  int revokeOthers(long customer, long kept) {
    return entityManager
        .createNativeQuery(
            "UPDATE sign_in SET revoked_at = now() WHERE customer_id = :customer AND id <> :kept AND "
                + LIVE)
        .setParameter("customer", customer)
        .setParameter("kept", kept)
        .executeUpdate();
  }

  /** Ends all sign-ins of a customer; returns how many. */
  int revokeAll(long customer) {
    // No sign-in has this id.
    return revokeOthers(customer, -1);
  }

  /** Throws away sign-ins that have been over since; at most so many at once. */
  int deleteOverSince(Instant limit, int most) {
    return entityManager
        .createNativeQuery(
            "DELETE FROM sign_in WHERE id IN (SELECT id FROM sign_in WHERE expires_at < :limit"
                + " ORDER BY expires_at LIMIT :most FOR UPDATE SKIP LOCKED)")
        .setParameter("limit", limit)
        .setParameter("most", most)
        .executeUpdate();
  }

  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  private static List<Tuple> rows(Query query) {
    return query.getResultList();
  }
}
