package shop.emporium.domain.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A key on a customer's device that signs in without a password.
 *
 * <p>The key itself never leaves the device, or the customer's own circle of devices; here is only
 * what checks its signatures. A device that counts them gives a copy away: a count that does not
 * rise is one that somebody else has used meanwhile.
 */
@Entity
public class Passkey {

  /** The most passkeys of one customer. */
  public static final int MAX_OF_CUSTOMER = 20;

  /** The most characters of a name. */
  public static final int MAX_NAME = 60;

  /** The most bytes of a credential's id: the standard's bound. */
  public static final int MAX_CREDENTIAL_ID = 1023;

  private static final int MAX_TRANSPORTS = 100;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "passkey_seq")
  @SequenceGenerator(name = "passkey_seq", sequenceName = "passkey_seq", allocationSize = 50)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  private Customer customer;

  @Column(name = "credential_id", nullable = false, unique = true)
  private byte[] credentialId;

  @Column(name = "user_handle", nullable = false)
  private byte[] userHandle;

  @Column(nullable = false)
  private byte[] credential;

  @Column(name = "sign_count", nullable = false)
  private long signCount;

  @Column(name = "backup_eligible", nullable = false)
  private boolean backupEligible;

  @Column(name = "backed_up", nullable = false)
  private boolean backedUp;

  @Column(nullable = false, length = MAX_TRANSPORTS)
  private String transports;

  @Column(nullable = false, length = MAX_NAME)
  private String name;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "last_used_at")
  private Instant lastUsedAt;

  /** For JPA. */
  protected Passkey() {}

  /**
   * A passkey that has just been made.
   *
   * @param userHandle as the device calls the customer, 32 bytes
   * @param credential model, id and public key, in the form of the standard
   * @param name in one line, at most {@link #MAX_NAME} characters
   */
  public Passkey(
      Customer customer,
      byte[] credentialId,
      byte[] userHandle,
      byte[] credential,
      String name,
      Instant now) {
    this.customer = customer;
    this.credentialId = credentialId.clone();
    this.userHandle = userHandle.clone();
    this.credential = credential.clone();
    this.transports = "";
    this.name = name;
    this.createdAt = now;
  }

  /** Begins to count with what the device says. */
  public void countFrom(long count) {
    signCount = count;
  }

  /**
   * Notes whether the device lets copies of the key be kept, and whether it has done so.
   *
   * @param isEligible for ever the same for one passkey
   */
  public void tellBackup(boolean isEligible, boolean isBackedUp) {
    backupEligible = isEligible;
    backedUp = isBackedUp;
  }

  /** Notes how browsers reach the device; what does not fit is left out. */
  public void reachBy(List<String> ways) {
    StringBuilder fitting = new StringBuilder();
    for (String way : ways) {
      if (fitting.length() + way.length() < MAX_TRANSPORTS) {
        fitting.append(fitting.isEmpty() ? "" : ",").append(way);
      }
    }
    transports = fitting.toString();
  }

  /** Is called something else from now on. */
  public void rename(String newName) {
    name = newName;
  }

  public long getId() {
    return id;
  }

  public Customer getCustomer() {
    return customer;
  }

  public byte[] getCredentialId() {
    return credentialId.clone();
  }

  public byte[] getUserHandle() {
    return userHandle.clone();
  }

  /** Model, id and public key, in the form of the standard. */
  public byte[] getCredential() {
    return credential.clone();
  }

  /** How often it signed, as the device said when it was last used. */
  public long getSignCount() {
    return signCount;
  }

  public boolean isBackupEligible() {
    return backupEligible;
  }

  public boolean isBackedUp() {
    return backedUp;
  }

  /** How browsers reach the device. */
  public List<String> getTransports() {
    return transports.isEmpty() ? List.of() : Arrays.asList(transports.split(","));
  }

  public String getName() {
    return name;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  /** When it signed in last; empty when it never did. */
  public Optional<Instant> getLastUsedAt() {
    return Optional.ofNullable(lastUsedAt);
  }
}
