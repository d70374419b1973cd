package shop.emporium.ejb.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shop.emporium.domain.customer.RecoveryCode;
import shop.emporium.domain.shared.Secret;

/**
 * What customers prove besides the password. Whatever counts once is used up by the statement that
 * finds it, so that of two nodes one finds nothing.
 */
@ApplicationScoped
class SecondFactorRepository {

  /** For how long an app may take to send its first code. */
  static final Duration SET_UP_TIME = Duration.ofMinutes(10);

  /** For how long somebody who has proved the password may look for the phone. */
  static final Duration STEP_TIME = Duration.ofMinutes(5);

  private static final int CODES_A_STEP = 5;
  private static final int CLEARED_EACH_TIME = 10;

  @PersistenceContext private EntityManager entityManager;

  /** Begins with an app, in place of one that was only begun with; false when one is in use. */
  boolean begin(long customer, byte[] sealed) {
    return query(
                "INSERT INTO totp AS known (customer_id, sealed, begun_at, last_step)"
                    + " VALUES (:customer, :sealed, now(), 0) ON CONFLICT (customer_id) DO UPDATE"
                    + " SET sealed = excluded.sealed, begun_at = excluded.begun_at, last_step = 0"
                    + " WHERE known.confirmed_at IS NULL",
                customer)
            .setParameter("sealed", sealed)
            .executeUpdate()
        == 1;
  }

  /** The secret of an app that has not sent its first code yet and still may. */
  Optional<byte[]> begun(long customer) {
    return bytes(
        typed(
                "SELECT sealed FROM totp WHERE customer_id = :customer AND confirmed_at IS NULL"
                    + " AND begun_at > now() - make_interval(secs => :time)",
                customer)
            .setParameter("time", (double) SET_UP_TIME.toSeconds()));
  }

  /** The secret of the app whose codes are asked for. */
  Optional<byte[]> secret(long customer) {
    return bytes(
        typed(
            "SELECT sealed FROM totp WHERE customer_id = :customer AND confirmed_at IS NOT NULL",
            customer));
  }

  private Query typed(String sql, long customer) {
    return entityManager.createNativeQuery(sql, byte[].class).setParameter("customer", customer);
  }

  /** From here on codes are asked for; false when another app was begun with meanwhile. */
  boolean confirm(long customer, byte[] sealed, long step) {
    return query(
                "UPDATE totp SET confirmed_at = now(), last_step = :step WHERE customer_id = :customer"
                    + " AND confirmed_at IS NULL AND sealed = :sealed",
                customer)
            .setParameter("step", step)
            .setParameter("sealed", sealed)
            .executeUpdate()
        == 1;
  }

  /** Uses the code of a half minute up; false when that or a later one was. */
  boolean use(long customer, long step) {
    return query(
                "UPDATE totp SET last_step = :step WHERE customer_id = :customer"
                    + " AND confirmed_at IS NOT NULL AND last_step < :step",
                customer)
            .setParameter("step", step)
            .executeUpdate()
        == 1;
  }

  /** Uses a recovery code up; false when the customer has no such code any more. */
  boolean use(long customer, RecoveryCode code) {
    return query(
                "UPDATE recovery_code SET used_at = now() WHERE customer_id = :customer"
                    + " AND code_hash = :hash AND used_at IS NULL",
                customer)
            .setParameter("hash", code.hash())
            .executeUpdate()
        == 1;
  }

  /** These codes are the customer's from now on, and no others. */
  void replaceCodes(long customer, List<RecoveryCode> codes) {
    query("DELETE FROM recovery_code WHERE customer_id = :customer", customer).executeUpdate();
    for (RecoveryCode code : codes) {
      query(
              "INSERT INTO recovery_code (customer_id, code_hash) VALUES (:customer, :hash)",
              customer)
          .setParameter("hash", code.hash())
          .executeUpdate();
    }
  }

  /** How many ways besides the password the customer has: the app, and each passkey. */
  int count(long customer) {
    return ((Number)
            query(
                    "SELECT (SELECT count(*) FROM totp WHERE customer_id = :customer AND confirmed_at IS NOT NULL)"
                        + " + (SELECT count(*) FROM passkey WHERE customer_id = :customer)",
                    customer)
                .getSingleResult())
        .intValue();
  }

  SecondFactorView view(long customer, boolean isMissed) {
    Tuple row =
        (Tuple)
            entityManager
                .createNativeQuery(
                    "SELECT (SELECT CAST(extract(epoch FROM confirmed_at) AS bigint) FROM totp"
                        + " WHERE customer_id = :customer) AS since,"
                        + " (SELECT count(*) FROM recovery_code WHERE customer_id = :customer"
                        + " AND used_at IS NULL) AS codes",
                    Tuple.class)
                .setParameter("customer", customer)
                .getSingleResult();
    Number since = (Number) row.get("since");
    return new SecondFactorView(
        since != null,
        since == null ? null : Instant.ofEpochSecond(since.longValue()),
        ((Number) row.get("codes")).intValue(),
        isMissed);
  }

  /** Keeps that somebody has proved the password. */
  void keepStep(Secret challenge, long customer, boolean isRemembered) {
    clear(CLEARED_EACH_TIME);
    query(
            "INSERT INTO second_step (challenge_hash, customer_id, remembered, expires_at)"
                + " VALUES (:hash, :customer, :remembered, now() + make_interval(secs => :time))",
            customer)
        .setParameter("hash", challenge.hash())
        .setParameter("remembered", isRemembered)
        .setParameter("time", (double) STEP_TIME.toSeconds())
        .executeUpdate();
  }

  /** Whose step it is; empty when it ran out. */
  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  Optional<Long> ownerOf(Secret challenge) {
    List<Number> ids =
        entityManager
            .createNativeQuery(
                "SELECT customer_id FROM second_step WHERE challenge_hash = :hash AND expires_at > now()")
            .setParameter("hash", challenge.hash())
            .getResultList();
    return ids.stream().findFirst().map(Number::longValue);
  }

  /** Forgets who has proved a password that is none any more. */
  void forgetSteps(long customer) {
    query("DELETE FROM second_step WHERE customer_id = :customer", customer).executeUpdate();
  }

  /** Counts a code that is tried on a step; empty when it ran out, or too many were. */
  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  Optional<ProvedStep> tryStep(Secret challenge) {
    List<Tuple> rows =
        entityManager
            .createNativeQuery(
                "UPDATE second_step SET attempts = attempts + 1 WHERE challenge_hash = :hash"
                    + " AND expires_at > now() AND attempts < :most RETURNING customer_id, remembered",
                Tuple.class)
            .setParameter("hash", challenge.hash())
            .setParameter("most", CODES_A_STEP)
            .getResultList();
    return rows.stream()
        .findFirst()
        .map(
            row ->
                new ProvedStep(
                    ((Number) row.get("customer_id")).longValue(),
                    (Boolean) row.get("remembered")));
  }

  /** Takes a step, once. */
  boolean takeStep(Secret challenge) {
    return entityManager
            .createNativeQuery("DELETE FROM second_step WHERE challenge_hash = :hash")
            .setParameter("hash", challenge.hash())
            .executeUpdate()
        == 1;
  }

  /** Forgets the app, the codes on paper, and who was about to use them. */
  boolean delete(long customer) {
    forgetSteps(customer);
    query("DELETE FROM recovery_code WHERE customer_id = :customer", customer).executeUpdate();
    return query("DELETE FROM totp WHERE customer_id = :customer", customer).executeUpdate() == 1;
  }

  /** Throws away some of the steps that ran out; returns how many. */
  int clear(int most) {
    return entityManager
        .createNativeQuery(
            "DELETE FROM second_step WHERE challenge_hash IN (SELECT challenge_hash FROM second_step"
                + " WHERE expires_at < now() ORDER BY expires_at LIMIT :most FOR UPDATE SKIP LOCKED)")
        .setParameter("most", most)
        .executeUpdate();
  }

  /** Throws away some of the apps that never sent a code; returns how many. */
  int clearBegun(int most) {
    return entityManager
        .createNativeQuery(
            "DELETE FROM totp WHERE customer_id IN (SELECT customer_id FROM totp WHERE confirmed_at IS NULL"
                + " AND begun_at < now() - make_interval(secs => :time) LIMIT :most FOR UPDATE SKIP LOCKED)")
        .setParameter("time", (double) SET_UP_TIME.toSeconds())
        .setParameter("most", most)
        .executeUpdate();
  }

  private Query query(String sql, long customer) {
    return entityManager.createNativeQuery(sql).setParameter("customer", customer);
  }

  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  private static Optional<byte[]> bytes(Query query) {
    return ((List<byte[]>) query.getResultList()).stream().findFirst();
  }
}
