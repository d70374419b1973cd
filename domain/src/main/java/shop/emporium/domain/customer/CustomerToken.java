package shop.emporium.domain.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import shop.emporium.domain.shared.Secret;

/**
 * A link in a mail, good for one use until it runs out. Only the SHA-256 of its secret is kept. Of
 * the links for one purpose the newest is good; the database guarantees that it is one.
 */
@Entity
@Table(name = "customer_token")
public class CustomerToken {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "customer_token_seq")
  @SequenceGenerator(
      name = "customer_token_seq",
      sequenceName = "customer_token_seq",
      allocationSize = 50)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  private Customer customer;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 10)
  private TokenPurpose purpose;

  @Column(name = "token_hash", nullable = false, unique = true)
  private byte[] tokenHash;

  @Column(name = "new_email", length = EmailAddress.MAX_LENGTH)
  private String newEmail;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "expires_at", nullable = false)
  private Instant expiresAt;

  @Column(name = "used_at")
  private Instant usedAt;

  /** For JPA. */
  protected CustomerToken() {}

  private CustomerToken(Customer customer, TokenPurpose purpose, Secret secret, Instant now) {
    this.customer = customer;
    this.purpose = purpose;
    this.tokenHash = secret.hash();
    this.createdAt = now;
    this.expiresAt = now.plus(purpose.lifetime());
  }

  /** A link by which a customer confirms the address that the account has. */
  public static CustomerToken toConfirm(Customer customer, Secret secret, Instant now) {
    return new CustomerToken(customer, TokenPurpose.CONFIRM, secret, now);
  }

  /** A link by which a customer moves to another address; it is sent there. */
  public static CustomerToken toMove(
      Customer customer, EmailAddress newEmail, Secret secret, Instant now) {
    CustomerToken token = new CustomerToken(customer, TokenPurpose.CHANGE, secret, now);
    token.newEmail = newEmail.text();
    return token;
  }

  /** A link by which a customer chooses another password. */
  public static CustomerToken toReset(Customer customer, Secret secret, Instant now) {
    return new CustomerToken(customer, TokenPurpose.RESET, secret, now);
  }

  /** Whether it was neither used nor has run out. */
  public boolean isGood(Instant now) {
    return usedAt == null && now.isBefore(expiresAt);
  }

  /**
   * Uses the link up.
   *
   * @throws IllegalStateException when it is not good any more
   */
  public void use(Instant now) {
    if (!isGood(now)) {
      throw new IllegalStateException("A link is good for one use");
    }
    usedAt = now;
  }

  public Customer getCustomer() {
    return customer;
  }

  public TokenPurpose getPurpose() {
    return purpose;
  }

  /** Where the customer moves to; empty when the link is for something else. */
  public Optional<EmailAddress> getNewEmail() {
    return EmailAddress.parse(newEmail);
  }
}
