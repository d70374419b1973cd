package shop.emporium.ejb.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Optional;
import shop.emporium.domain.customer.Customer;
import shop.emporium.domain.customer.CustomerToken;
import shop.emporium.domain.customer.EmailAddress;
import shop.emporium.domain.customer.TokenPurpose;
import shop.emporium.domain.shared.Secret;

/**
 * Finds and keeps customers and the links that were sent to them. An erased customer is not found.
 *
 * <p>Who changes anything of a customer locks the customer first, so that nobody waits crosswise.
 */
@ApplicationScoped
class CustomerRepository {

  @PersistenceContext private EntityManager entityManager;

  Optional<Customer> find(long id) {
    return Optional.ofNullable(entityManager.find(Customer.class, id))
        .filter(customer -> !customer.isErased());
  }

  /** A customer, locked until the transaction ends. */
  Optional<Customer> lock(long id) {
    return entityManager
        .createQuery("SELECT c FROM Customer c WHERE c.id = ?1", Customer.class)
        .setParameter(1, id)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst()
        .filter(customer -> !customer.isErased());
  }

  /** The customer with this address, locked until the transaction ends. */
  Optional<Customer> lockByEmail(EmailAddress email) {
    return entityManager
        .createQuery("SELECT c FROM Customer c WHERE c.emailKey = ?1", Customer.class)
        .setParameter(1, email.key())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /** Lets nobody else take or leave this address until the transaction ends. */
  void reserve(EmailAddress email) {
    entityManager
        .createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:key, 0))")
        .setParameter("key", email.key())
        .getSingleResult();
  }

  boolean isTaken(EmailAddress email) {
    return !entityManager
        .createQuery("SELECT 1 FROM Customer c WHERE c.emailKey = ?1", Integer.class)
        .setParameter(1, email.key())
        .getResultList()
        .isEmpty();
  }

  /** What checks the password of the customer with this address. */
  Optional<StoredPassword> password(EmailAddress email) {
    return entityManager
        .createQuery(
            "SELECT c.id, c.passwordHash FROM Customer c"
                + " WHERE c.emailKey = ?1 AND c.passwordHash IS NOT NULL",
            Tuple.class)
        .setParameter(1, email.key())
        .getResultStream()
        .findFirst()
        .map(row -> new StoredPassword(row.get(0, Long.class), row.get(1, String.class)));
  }

  /** Replaces what checks a password, unless the password has been changed since. */
  void rehash(StoredPassword known, String hash) {
    entityManager
        .createQuery(
            "UPDATE Customer c SET c.passwordHash = ?1, c.version = c.version + 1"
                + " WHERE c.id = ?2 AND c.passwordHash = ?3")
        .setParameter(1, hash)
        .setParameter(2, known.customer())
        .setParameter(3, known.hash())
        .executeUpdate();
  }

  void add(Customer customer) {
    entityManager.persist(customer);
  }

  /** Keeps a link in place of the one for the same purpose that was good until now. */
  void issue(CustomerToken token) {
    retire(token.getCustomer(), token.getPurpose());
    entityManager.persist(token);
  }

  /** Makes the link for a purpose useless that was good until now. */
  void retire(Customer customer, TokenPurpose purpose) {
    entityManager
        .createQuery(
            "DELETE FROM CustomerToken t"
                + " WHERE t.customer = ?1 AND t.purpose = ?2 AND t.usedAt IS NULL")
        .setParameter(1, customer)
        .setParameter(2, purpose)
        .executeUpdate();
  }

  /** Whose link it is, used or not. */
  Optional<Long> ownerOf(Secret secret) {
    return entityManager
        .createQuery("SELECT t.customer.id FROM CustomerToken t WHERE t.tokenHash = ?1", Long.class)
        .setParameter(1, secret.hash())
        .getResultStream()
        .findFirst();
  }

  /** The link, for who has locked its customer. */
  Optional<CustomerToken> token(Secret secret) {
    return entityManager
        .createQuery("SELECT t FROM CustomerToken t WHERE t.tokenHash = ?1", CustomerToken.class)
        .setParameter(1, secret.hash())
        .getResultStream()
        .findFirst();
  }

  /** Throws away links that ran out before; at most so many at once. */
  int deleteLinksOverSince(Instant limit, int most) {
    return entityManager
        .createNativeQuery(
            "DELETE FROM customer_token WHERE id IN (SELECT id FROM customer_token"
                + " WHERE expires_at < :limit ORDER BY expires_at LIMIT :most FOR UPDATE SKIP LOCKED)")
        .setParameter("limit", limit)
        .setParameter("most", most)
        .executeUpdate();
  }
}
