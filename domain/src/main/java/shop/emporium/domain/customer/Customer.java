package shop.emporium.domain.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody with an account.
 *
 * <p>Registered with an address that may turn out to be another person's, so that it counts as
 * theirs only once a link in a mail came back ({@link #confirm}). A new address replaces the old
 * one in the same way, never before. When the account is erased, the row stays for what refers to
 * it, such as the totals of orders, but nothing in it tells of a person any more; the address is
 * free again.
 *
 * <p>Changes to one customer come one after another: services lock the row first.
 */
@Entity
public class Customer {

  /** The most characters of a name. */
  public static final int MAX_NAME = 100;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "customer_seq")
  @SequenceGenerator(name = "customer_seq", sequenceName = "customer_seq", allocationSize = 50)
  private Long id;

  @Column(nullable = false, length = EmailAddress.MAX_LENGTH)
  private String email;

  @Column(name = "email_key", nullable = false, unique = true, length = EmailAddress.MAX_LENGTH)
  private String emailKey;

  @Column(nullable = false, length = MAX_NAME)
  private String name;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(nullable = false, length = 5)
  private Locale locale;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 10)
  private Role role;

  @Column(name = "confirmed_at")
  private Instant confirmedAt;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "erased_at")
  private Instant erasedAt;

  @Version private int version;

  /** For JPA. */
  protected Customer() {}

  /**
   * A new customer, whose address is not confirmed yet.
   *
   * @param name in one line, at most {@link #MAX_NAME} characters
   * @param passwordHash what checks the password, never the password
   * @param locale the language of mails, without a country
   */
  public Customer(
      EmailAddress email, String name, String passwordHash, Locale locale, Role role, Instant now) {
    this.email = email.text();
    this.emailKey = email.key();
    this.name = name.strip();
    this.passwordHash = passwordHash;
    this.locale = locale;
    this.role = role;
    this.createdAt = now;
  }

  /** Takes another name, in one line. */
  public void rename(String newName) {
    name = newName.strip();
  }

  /** Wants mails in this language from now on. */
  public void speak(Locale language) {
    locale = language;
  }

  /** Takes another password; this is what checks it. */
  public void changePassword(String newHash) {
    passwordHash = newHash;
  }

  /** The address is this person's: a link that was sent there came back. The first time counts. */
  public void confirm(Instant now) {
    if (confirmedAt == null) {
      confirmedAt = now;
    }
  }

  /**
   * Moves to another address, from which a link came back.
   *
   * @return the address before
   */
  public EmailAddress moveTo(EmailAddress newEmail, Instant now) {
    EmailAddress before = getEmail();
    email = newEmail.text();
    emailKey = newEmail.key();
    confirmedAt = now;
    return before;
  }

  /** Forgets the person. What is left is a number that others may refer to. */
  public void erase(Instant now) {
    email = "erased-" + id + "@erased.invalid";
    emailKey = email;
    name = "";
    passwordHash = null;
    role = Role.SHOPPER;
    confirmedAt = null;
    erasedAt = now;
  }

  public long getId() {
    return id;
  }

  public EmailAddress getEmail() {
    return EmailAddress.parse(email).orElseThrow();
  }

  public String getName() {
    return name;
  }

  /** What checks the password; empty when the customer is erased. */
  public Optional<String> getPasswordHash() {
    return Optional.ofNullable(passwordHash);
  }

  public Locale getLocale() {
    return locale;
  }

  public Role getRole() {
    return role;
  }

  public boolean isConfirmed() {
    return confirmedAt != null;
  }

  public boolean isErased() {
    return erasedAt != null;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }
}
