package shop.emporium.ejb.wishlist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import shop.emporium.domain.customer.EmailAddress;
import shop.emporium.domain.shared.Secret;

/** Finds and keeps who wants to be told that something is back. */
@ApplicationScoped
class StockAlertRepository {

  private static final String ARTICLE =
      """
      SELECT v.id, v.sku, p.slug, p.name, v.available,
             concat_ws(', ', v.option1_value, v.option2_value, v.option3_value) AS options
        FROM product_variant v JOIN product p ON p.id = v.product_id
       WHERE v.sku = :sku AND p.visible
      """;

  private static final String CUSTOMER =
      "SELECT email, locale, confirmed_at IS NOT NULL AS confirmed FROM customer"
          + " WHERE id = :customer AND erased_at IS NULL FOR NO KEY UPDATE";

  /** An alert that waits stays as it is, except that its link and its owner are the newest. */
  private static final String ASK =
      """
      INSERT INTO stock_alert AS known (variant_id, customer_id, email, email_key, locale, token_hash, confirmed_at)
      VALUES (:variant, nullif(:customer, 0), :email, :key, :locale, CAST(:token AS bytea),
              CASE WHEN :confirmed THEN now() END)
      ON CONFLICT (variant_id, email_key) DO UPDATE SET
        customer_id = coalesce(excluded.customer_id, known.customer_id),
        email = excluded.email, locale = excluded.locale, token_hash = excluded.token_hash,
        created_at = CASE WHEN known.sent_at IS NULL THEN known.created_at ELSE now() END,
        confirmed_at = CASE WHEN known.sent_at IS NULL THEN coalesce(known.confirmed_at, excluded.confirmed_at)
                            ELSE excluded.confirmed_at END,
        sent_at = NULL
      """;

  private static final String BY_LINK =
      """
      SELECT a.id, v.sku, p.slug, p.name, a.confirmed_at IS NOT NULL AS confirmed, a.sent_at IS NOT NULL AS sent,
             concat_ws(', ', v.option1_value, v.option2_value, v.option3_value) AS options
        FROM stock_alert a JOIN product_variant v ON v.id = a.variant_id JOIN product p ON p.id = v.product_id
       WHERE a.token_hash = :token
         AND (a.confirmed_at IS NOT NULL OR a.created_at > now() - make_interval(days => :days))
      """;

  private static final String EXPORT =
      """
      SELECT CAST(coalesce(json_agg(json_build_object(
          'sku', v.sku, 'email', s.email, 'createdAt', iso_utc(s.created_at), 'confirmedAt', iso_utc(s.confirmed_at),
          'sentAt', iso_utc(s.sent_at)) ORDER BY s.id), '[]') AS text)
        FROM stock_alert s JOIN product_variant v ON v.id = s.variant_id
       WHERE s.customer_id = :customer OR s.email_key = (SELECT email_key FROM customer WHERE id = :customer AND confirmed_at IS NOT NULL)
      """;

  @PersistenceContext private EntityManager entityManager;

  /** What is waited for. */
  record Article(long variant, String sku, String slug, String name, int available) {}

  /** Where a customer gets mails. */
  record Recipient(EmailAddress email, Locale locale, boolean isConfirmed) {}

  Optional<Article> article(String sku) {
    return rows(ARTICLE, "sku", sku)
        .findFirst()
        .map(
            row ->
                new Article(
                    ((Number) row.get("id")).longValue(),
                    sku,
                    (String) row.get("slug"),
                    (String) row.get("name"),
                    ((Number) row.get("available")).intValue()));
  }

  /** A customer, locked. */
  Optional<Recipient> customer(long customer) {
    return rows(CUSTOMER, "customer", customer)
        .findFirst()
        .map(
            row ->
                new Recipient(
                    EmailAddress.parse((String) row.get("email")).orElseThrow(),
                    Locale.forLanguageTag((String) row.get("locale")),
                    (Boolean) row.get("confirmed")));
  }

  /** Lets nobody else count or add alerts of this address until the transaction ends. */
  void reserve(EmailAddress email) {
    entityManager
        .createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:key, 7))")
        .setParameter("key", email.key())
        .getSingleResult();
  }

  /** How many alerts of an address wait, or wait to be confirmed. */
  int waiting(EmailAddress email) {
    return ((Number)
            entityManager
                .createNativeQuery(
                    "SELECT count(*) FROM stock_alert WHERE email_key = :key AND sent_at IS NULL")
                .setParameter("key", email.key())
                .getSingleResult())
        .intValue();
  }

  /** Whether an address has its alert for a variant, confirmed and not sent. */
  boolean waits(long variant, EmailAddress email) {
    return !entityManager
        .createNativeQuery(
            "SELECT id FROM stock_alert WHERE variant_id = :variant AND email_key = :key"
                + " AND confirmed_at IS NOT NULL AND sent_at IS NULL")
        .setParameter("variant", variant)
        .setParameter("key", email.key())
        .getResultList()
        .isEmpty();
  }

  /**
   * Takes an alert down.
   *
   * @param customer who asks, or 0 for a guest
   */
  void ask(Article article, long customer, Recipient who, Secret link) {
    entityManager
        .createNativeQuery(ASK)
        .setParameter("variant", article.variant())
        .setParameter("customer", customer)
        .setParameter("email", who.email().text())
        .setParameter("key", who.email().key())
        .setParameter("locale", who.locale().getLanguage())
        .setParameter("token", link.hash())
        .setParameter("confirmed", who.isConfirmed())
        .executeUpdate();
  }

  /** Forgets what a customer asked for under an address that is another's by now. */
  void forgetFormerAddress(long customer, long variant, EmailAddress email) {
    entityManager
        .createNativeQuery(
            "DELETE FROM stock_alert WHERE customer_id = :customer AND variant_id = :variant"
                + " AND email_key <> :key")
        .setParameter("customer", customer)
        .setParameter("variant", variant)
        .setParameter("key", email.key())
        .executeUpdate();
  }

  /** The alert that a link names, unless it was not confirmed in so many days. */
  Optional<StockAlertView> find(Secret link, int days) {
    return rows(entityManager
            .createNativeQuery(BY_LINK, Tuple.class)
            .setParameter("token", link.hash())
            .setParameter("days", days))
        .findFirst()
        .map(StockAlertRepository::view);
  }

  private static StockAlertView view(Tuple row) {
    return new StockAlertView(
        (String) row.get("sku"),
        (String) row.get("slug"),
        (String) row.get("name"),
        (String) row.get("options"),
        (Boolean) row.get("confirmed"),
        (Boolean) row.get("sent"));
  }

  void confirm(Secret link) {
    entityManager
        .createNativeQuery(
            "UPDATE stock_alert SET confirmed_at = coalesce(confirmed_at, now())"
                + " WHERE token_hash = :token")
        .setParameter("token", link.hash())
        .executeUpdate();
  }

  /** Forgets the address that a link was sent to, with all that it waits for. */
  void forget(Secret link) {
    entityManager
        .createNativeQuery(
            "DELETE FROM stock_alert WHERE email_key IN"
                + " (SELECT email_key FROM stock_alert WHERE token_hash = :token)")
        .setParameter("token", link.hash())
        .executeUpdate();
  }

  /** SKUs for which a customer waits. */
  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  List<String> awaited(long customer) {
    return entityManager
        .createNativeQuery(
            "SELECT v.sku FROM stock_alert a JOIN product_variant v ON v.id = a.variant_id"
                + " WHERE a.customer_id = :customer AND a.confirmed_at IS NOT NULL AND a.sent_at IS NULL"
                + " ORDER BY a.id")
        .setParameter("customer", customer)
        .getResultList();
  }

  void cancel(long customer, String sku) {
    entityManager
        .createNativeQuery(
            "DELETE FROM stock_alert a USING product_variant v"
                + " WHERE v.id = a.variant_id AND a.customer_id = :customer AND v.sku = :sku")
        .setParameter("customer", customer)
        .setParameter("sku", sku)
        .executeUpdate();
  }

  /** For what a customer waits or waited, also as a guest with the same address, as JSON. */
  String export(long customer) {
    return (String)
        entityManager
            .createNativeQuery(EXPORT)
            .setParameter("customer", customer)
            .getSingleResult();
  }

  /** Forgets what a customer waits for, also what the same address asked for as a guest's. */
  void deleteAllOf(long customer) {
    entityManager
        .createNativeQuery(
            "DELETE FROM stock_alert WHERE customer_id = :customer"
                + " OR email_key = (SELECT email_key FROM customer WHERE id = :customer AND confirmed_at IS NOT NULL)")
        .setParameter("customer", customer)
        .executeUpdate();
  }

  private Stream<Tuple> rows(String sql, String name, Object value) {
    return rows(entityManager.createNativeQuery(sql, Tuple.class).setParameter(name, value));
  }

  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  private static Stream<Tuple> rows(Query query) {
    List<Tuple> rows = query.getResultList();
    return rows.stream();
  }
}
