package shop.emporium.ejb.shared.mail;

import static shop.emporium.ejb.shared.JsonCodec.JSON;

import jakarta.ejb.Stateless;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonString;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import shop.emporium.ejb.shared.JsonCodec;

/**
 * The mails that are still to be sent, each call in a short transaction of its own.
 *
 * <p>Taking mails moves their next attempt ahead by more than their attempts can take, and counts
 * it: if the node dies meanwhile, another one tries again later, and a mail that kills nodes is
 * given up in the end. The count tells two takings of a mail apart, so that a node which was too
 * slow cannot undo what another one has done since.
 */
@Stateless
public class MailQueue {

  /** Nearly three days in all, so that a weekend without a mail server is outlived. */
  static final int MAX_ATTEMPTS = 22;

  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final Duration FIRST_DELAY = Duration.ofSeconds(15);
  private static final Duration LONGEST_DELAY = Duration.ofHours(6);
  private static final int MAX_REASON = 500;
  private static final int PURGE_BATCH = 500;

  private static final String TAKE =
      """
      WITH taken AS (
        UPDATE mail SET next_attempt_at = now() + make_interval(secs => :lease), attempts = attempts + 1,
               sending_by = :node, sending_since = now()
         WHERE id IN (SELECT id FROM mail WHERE sent_at IS NULL AND given_up_at IS NULL AND next_attempt_at <= now()
                       ORDER BY next_attempt_at, id LIMIT :most FOR UPDATE SKIP LOCKED)
        RETURNING id, to_address, template, locale, details, message_id, created_at, attempts)
      SELECT id, to_address, template, locale, CAST(details AS text) AS details, message_id,
             CAST(extract(epoch FROM created_at) AS bigint) AS created, attempts
        FROM taken ORDER BY id
      """;

  private static final String SENT =
      """
      UPDATE mail SET sent_at = now(), given_up_at = NULL, details = '{}', last_error = NULL, sending_by = NULL,
             sending_since = NULL
       WHERE id = ANY (CAST(:ids AS bigint[])) AND sent_at IS NULL
      """;

  /** As if they had not been taken, unless somebody else has taken them since. */
  private static final String PUT_BACK =
      """
      UPDATE mail m SET attempts = m.attempts - 1, next_attempt_at = now(), sending_by = NULL, sending_since = NULL
        FROM jsonb_to_recordset(CAST(:taken AS jsonb)) AS t(id bigint, attempts integer)
       WHERE m.id = t.id AND m.attempts = t.attempts AND m.sent_at IS NULL
      """;

  private static final String FAILED =
      """
      UPDATE mail SET last_error = :reason, sending_by = NULL, sending_since = NULL,
             next_attempt_at = now() + make_interval(secs => :delay), given_up_at = CASE WHEN :last THEN now() END
       WHERE id = :id AND attempts = :attempts AND sent_at IS NULL
      """;

  private static final String PURGE =
      """
      DELETE FROM mail WHERE id IN (
        SELECT id FROM mail
         WHERE (sent_at IS NOT NULL OR given_up_at IS NOT NULL)
           AND coalesce(sent_at, given_up_at) < now() - make_interval(days => :days)
         LIMIT :most FOR UPDATE SKIP LOCKED)
      """;

  @PersistenceContext private EntityManager entityManager;

  /** Takes mails that have been due for longest and that no other node has taken. */
  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  public List<QueuedMail> take(@Positive int most) {
    List<Tuple> rows =
        entityManager
            .createNativeQuery(TAKE, Tuple.class)
            .setParameter("most", most)
            .setParameter("lease", (double) LEASE.toSeconds())
            .setParameter("node", System.getProperty("jboss.node.name", "node"))
            .getResultList();
    return rows.stream().map(MailQueue::mail).toList();
  }

  private static QueuedMail mail(Tuple row) {
    return new QueuedMail(
        ((Number) row.get("id")).longValue(),
        (String) row.get("to_address"),
        (String) row.get("template"),
        (String) row.get("locale"),
        values((String) row.get("details")),
        (String) row.get("message_id"),
        Instant.ofEpochSecond(((Number) row.get("created")).longValue()),
        ((Number) row.get("attempts")).intValue());
  }

  private static Map<String, String> values(String json) {
    return JsonCodec.object(json).entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey, entry -> ((JsonString) entry.getValue()).getString()));
  }

  /** The mails are on their way: none is sent again, whoever has taken it since. */
  public void sent(@NotNull Collection<QueuedMail> mails) {
    entityManager
        .createNativeQuery(SENT)
        .setParameter(
            "ids",
            mails.stream()
                .map(mail -> String.valueOf(mail.id()))
                .collect(Collectors.joining(",", "{", "}")))
        .executeUpdate();
  }

  /** The mails were taken and not tried: anybody may take them. */
  public void putBack(@NotNull Collection<QueuedMail> mails) {
    JsonArrayBuilder taken = JSON.createArrayBuilder();
    mails.forEach(
        mail ->
            taken.add(
                JSON.createObjectBuilder().add("id", mail.id()).add("attempts", mail.attempts())));
    entityManager
        .createNativeQuery(PUT_BACK)
        .setParameter("taken", taken.build().toString())
        .executeUpdate();
  }

  /**
   * The mail could not be sent: notes why, and when to try again, if ever.
   *
   * @param reason for an operator, cut at 500 characters
   * @param isFinal whether another attempt would end the same way
   * @return whether it was given up for good
   */
  public boolean failed(QueuedMail mail, String reason, boolean isFinal) {
    boolean isLast = isFinal || mail.attempts() >= MAX_ATTEMPTS;
    entityManager
        .createNativeQuery(FAILED)
        .setParameter("reason", reason.substring(0, Math.min(reason.length(), MAX_REASON)))
        .setParameter("delay", (double) delay(mail.attempts()).toSeconds())
        .setParameter("last", isLast)
        .setParameter("id", mail.id())
        .setParameter("attempts", mail.attempts())
        .executeUpdate();
    return isLast;
  }

  /** 15 seconds after the first attempt, twice as long after each further one, at most 6 hours. */
  static Duration delay(int attempts) {
    Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(attempts - 1, 20));
    return delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
  }

  /**
   * Throws away some of the mails that were sent, or given up, so many days ago.
   *
   * @return how many; fewer than 500 when none is left
   */
  public int purge(int days) {
    return entityManager
        .createNativeQuery(PURGE)
        .setParameter("days", days)
        .setParameter("most", PURGE_BATCH)
        .executeUpdate();
  }
}
