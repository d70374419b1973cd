package shop.emporium.domain.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import shop.emporium.domain.shared.Secret;

/**
 * That a customer is signed in with one browser.
 *
 * <p>It begins with a password and lasts while it is used; sessions on nodes only point to it, so
 * it can be ended from anywhere and no node's death ends it. A browser that shall stay signed in
 * keeps a {@link RememberToken}, whose secret is replaced each time it opens a session.
 *
 * <p>The secret that follows is made of the one before and of a salt that is kept here. So a
 * browser that asks with the old one again, because several tabs opened at once or because the
 * answer got lost with a node, is given the same new one within {@link #GRACE}. After that, an old
 * secret means that two hold the cookie, and nobody knows which of them is the thief: the sign-in
 * ends for both.
 */
@Entity
@Table(name = "sign_in")
public class SignIn {

  /** For how long a secret that was just replaced is still good. */
  public static final Duration GRACE = Duration.ofSeconds(60);

  /** How long a sign-in lasts that nobody uses. */
  public static final Duration LIFETIME = Duration.ofHours(1);

  /** How long it lasts in a browser that shall stay signed in. */
  public static final Duration REMEMBERED_LIFETIME = Duration.ofDays(60);

  /** The most characters that are kept of what a browser calls itself. */
  public static final int MAX_AGENT = 200;

  /** The most characters of a network address. */
  public static final int MAX_ADDRESS = 45;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sign_in_seq")
  @SequenceGenerator(name = "sign_in_seq", sequenceName = "sign_in_seq", allocationSize = 50)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  private Customer customer;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "last_seen_at", nullable = false)
  private Instant lastSeenAt;

  @Column(nullable = false, length = MAX_AGENT)
  private String agent;

  @Column(nullable = false, length = MAX_ADDRESS)
  private String address;

  @Column(name = "series_hash", unique = true)
  private byte[] seriesHash;

  @Column(name = "secret_hash")
  private byte[] secretHash;

  @Column(name = "former_hash")
  private byte[] formerHash;

  private byte[] salt;

  @Column(name = "rotated_at")
  private Instant rotatedAt;

  @Column(name = "expires_at", nullable = false)
  private Instant expiresAt;

  @Column(name = "strong", nullable = false)
  private boolean isStrong;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  /** For JPA. */
  protected SignIn() {}

  /**
   * A sign-in that begins now.
   *
   * @param agent what the browser calls itself, at most {@link #MAX_AGENT} characters
   * @param address from which network address, at most {@link #MAX_ADDRESS} characters
   */
  public SignIn(Customer customer, String agent, String address, Instant now) {
    this.customer = customer;
    this.agent = agent;
    this.address = address;
    this.createdAt = now;
    this.lastSeenAt = now;
    this.expiresAt = now.plus(LIFETIME);
  }

  /** Notes that more than a password was proved. */
  public void strengthen() {
    isStrong = true;
  }

  /** Whether more than a password was proved: what an administrator may do depends on it. */
  public boolean isStrong() {
    return isStrong;
  }

  /**
   * Lets the browser stay signed in.
   *
   * @return what it keeps
   */
  public RememberToken remember(Instant now) {
    RememberToken token = RememberToken.random();
    seriesHash = token.seriesHash();
    secretHash = token.secretHash();
    expiresAt = now.plus(REMEMBERED_LIFETIME);
    return token;
  }

  /**
   * Opens the sign-in by what the browser kept.
   *
   * @return what the browser keeps from now on; empty when the sign-in is over, or when the secret
   *     had been replaced longer ago than {@link #GRACE}, which ends it
   */
  public Optional<RememberToken> renew(RememberToken presented, Instant now) {
    if (!isLive(now)) {
      return Optional.empty();
    }
    byte[] hash = presented.secretHash();
    if (MessageDigest.isEqual(hash, secretHash)) {
      salt = Secret.randomBytes();
      RememberToken next = presented.next(salt);
      formerHash = secretHash;
      secretHash = next.secretHash();
      rotatedAt = now;
      lastSeenAt = now;
      expiresAt = now.plus(REMEMBERED_LIFETIME);
      return Optional.of(next);
    }
    if (formerHash != null
        && MessageDigest.isEqual(hash, formerHash)
        && now.isBefore(rotatedAt.plus(GRACE))) {
      return Optional.of(presented.next(salt));
    }
    revoke(now);
    return Optional.empty();
  }

  /** Ends it; once ended it stays so. */
  public void revoke(Instant now) {
    if (revokedAt == null) {
      revokedAt = now;
    }
  }

  /** Whether it holds: neither ended nor unused for too long. */
  public boolean isLive(Instant now) {
    return revokedAt == null && now.isBefore(expiresAt);
  }

  public long getId() {
    return id;
  }

  public Customer getCustomer() {
    return customer;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  public Instant getLastSeenAt() {
    return lastSeenAt;
  }

  /** What the browser calls itself. */
  public String getAgent() {
    return agent;
  }

  /** The network address from which it began. */
  public String getAddress() {
    return address;
  }

  /** Whether the browser stays signed in after its session. */
  public boolean isRemembered() {
    return seriesHash != null;
  }
}
