package shop.emporium.domain.wishlist;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import shop.emporium.domain.shared.OneLine;
import shop.emporium.domain.shared.Secret;

/**
 * A list of articles that a customer would like to have.
 *
 * <p>The default list is there from the customer's first moment, cannot be deleted, and has no name
 * of its own until its owner gives it one; a hundred hearts pressed in the shop go there. Others
 * are made, named and deleted as their owner likes. A list is private until it is shared: then
 * whoever has its link may look at it, until its owner takes the link back or makes another.
 *
 * <p>The link's secret is kept as it is, unlike all others: its owner wants to see it again, and it
 * opens nothing that whoever reads the database would not read there.
 *
 * <p>Changes to the lists of one customer come one after another: the service locks the customer
 * first.
 */
@Entity
public class Wishlist {

  /** The most lists of one customer. */
  public static final int MAX_LISTS = 20;

  /** The most wishes in one list. */
  public static final int MAX_WISHES = 200;

  /** The most characters of a name. */
  public static final int MAX_NAME = 60;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "customer_id", nullable = false)
  private long customer;

  @Column(nullable = false, length = MAX_NAME)
  private String name;

  @Column(name = "is_default", nullable = false)
  private boolean isDefault;

  @Column(name = "share_token", length = 43)
  private String shareToken;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  /** For JPA. */
  protected Wishlist() {}

  /**
   * A list that is not the default one, empty and private.
   *
   * @param name see {@link #rename}
   */
  public Wishlist(long customer, String name, Instant now) {
    this.customer = customer;
    this.createdAt = now;
    rename(name);
  }

  /**
   * Gives it another name.
   *
   * @param newName 1 to {@link #MAX_NAME} characters in one line, blanks around them left out
   * @throws IllegalArgumentException when it is none
   */
  public void rename(String newName) {
    String stripped = newName.strip();
    if (stripped.isEmpty() || stripped.length() > MAX_NAME || !OneLine.isValid(stripped)) {
      throw new IllegalArgumentException("A list has a name in one line");
    }
    name = stripped;
  }

  /** Lets whoever has this link look at it; a link from before is good no more. */
  public void share(Secret link) {
    shareToken = link.value();
  }

  /** Makes it private again; sharing it anew makes another link. */
  public void unshare() {
    shareToken = null;
  }

  public long getId() {
    return id;
  }

  /** Whose it is. */
  public long getCustomer() {
    return customer;
  }

  /** Its name; empty for a default list that was never given one. */
  public String getName() {
    return name;
  }

  public boolean isDefault() {
    return isDefault;
  }

  /** What the link ends with; empty while the list is private. */
  public Optional<String> getShareToken() {
    return Optional.ofNullable(shareToken);
  }
}
