package shop.emporium.ejb.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** All that is held about a customer, at one place to read and to forget. */
@ApplicationScoped
class PrivacyRepository {

  /** What proves a secret is of no use to anybody and stays here. */
  private static final String EXPORT =
      """
      SELECT CAST(json_build_object(
        'profile', json_build_object(
          'email', c.email, 'name', c.name, 'language', c.locale, 'role', lower(c.role),
          'createdAt', iso_utc(c.created_at), 'confirmedAt', iso_utc(c.confirmed_at)),
        'addresses', (SELECT coalesce(json_agg(json_build_object(
            'name', a.name, 'line1', a.line1, 'line2', a.line2, 'city', a.city, 'region', a.region,
            'postalCode', a.postal_code, 'country', a.country, 'phone', a.phone, 'default', a.is_default,
            'createdAt', iso_utc(a.created_at)) ORDER BY a.id), '[]')
          FROM address a WHERE a.customer_id = c.id),
        'signIns', (SELECT coalesce(json_agg(json_build_object(
            'agent', s.agent, 'address', s.address, 'createdAt', iso_utc(s.created_at),
            'lastSeenAt', iso_utc(s.last_seen_at), 'expiresAt', iso_utc(s.expires_at),
            'revokedAt', iso_utc(s.revoked_at), 'remembered', s.series_hash IS NOT NULL) ORDER BY s.id), '[]')
          FROM sign_in s WHERE s.customer_id = c.id),
        'passkeys', (SELECT coalesce(json_agg(json_build_object(
            'name', k.name, 'createdAt', iso_utc(k.created_at), 'lastUsedAt', iso_utc(k.last_used_at)) ORDER BY k.id), '[]')
          FROM passkey k WHERE k.customer_id = c.id),
        'secondFactor', (SELECT json_build_object('since', iso_utc(f.confirmed_at),
            'recoveryCodesLeft', (SELECT count(*) FROM recovery_code r WHERE r.customer_id = c.id AND r.used_at IS NULL))
          FROM totp f WHERE f.customer_id = c.id AND f.confirmed_at IS NOT NULL),
        'links', (SELECT coalesce(json_agg(json_build_object(
            'purpose', lower(t.purpose), 'newEmail', t.new_email, 'createdAt', iso_utc(t.created_at),
            'expiresAt', iso_utc(t.expires_at), 'usedAt', iso_utc(t.used_at)) ORDER BY t.id), '[]')
          FROM customer_token t WHERE t.customer_id = c.id),
        'mails', (SELECT coalesce(json_agg(json_build_object(
            'to', m.to_address, 'about', m.template, 'createdAt', iso_utc(m.created_at)) ORDER BY m.id), '[]')
          FROM mail m WHERE c.confirmed_at IS NOT NULL
            AND (m.customer_id = c.id
              OR m.customer_id IS NULL AND lower(m.to_address COLLATE "C") = c.email_key))) AS text)
      FROM customer c WHERE c.id = :customer
      """;

  /**
   * Mails of an account whose address nobody proved stay for the owner of the address. So does what
   * warns somebody at a former address and did not get there yet: whoever takes over an account and
   * erases it at once shall not keep its owner from hearing of it. Links are of no use any more.
   */
  private static final String RELEASE_MAILS =
      """
      UPDATE mail m SET customer_id = NULL FROM customer c
       WHERE c.id = :customer AND m.customer_id = c.id
         AND (c.confirmed_at IS NULL
              OR m.sent_at IS NULL AND lower(m.to_address COLLATE "C") <> c.email_key
                AND m.template NOT IN ('confirm-address', 'change-address'))
      """;

  private static final String DELETE_MAILS =
      """
      DELETE FROM mail m USING customer c
       WHERE c.id = :customer AND (m.customer_id = c.id
         OR m.customer_id IS NULL AND c.confirmed_at IS NOT NULL AND lower(m.to_address COLLATE "C") = c.email_key)
      """;

  @PersistenceContext private EntityManager entityManager;

  /**
   * All that is held about a customer, as JSON. Mails are shown to who has proved that the address
   * is his own: those about the account, whatever address they went to, and those that went to it
   * without any account, such as a guest's.
   */
  String export(long customer) {
    return (String)
        entityManager
            .createNativeQuery(EXPORT)
            .setParameter("customer", customer)
            .getSingleResult();
  }

  /** Deletes all that is held about a customer besides the account itself. */
  void delete(long customer) {
    for (String table : List.of("address", "sign_in", "customer_token")) {
      run("DELETE FROM " + table + " WHERE customer_id = :customer", customer);
    }
    run(RELEASE_MAILS, customer);
    run(DELETE_MAILS, customer);
  }

  private void run(String statement, long customer) {
    entityManager.createNativeQuery(statement).setParameter("customer", customer).executeUpdate();
  }
}
