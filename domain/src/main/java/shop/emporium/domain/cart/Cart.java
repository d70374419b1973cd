package shop.emporium.domain.cart;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shop.emporium.domain.catalog.ProductVariant;

/**
 * What one visitor means to buy.
 *
 * <p>A cart is made by the first thing put into it and found again by its token. It never holds
 * more of a variant than could be bought at the moment of asking; whoever wants more is told what
 * became of it ({@link QuantityChange}). A cart that nobody touches for {@link #LIFETIME} is thrown
 * away. It reserves nothing: stock is held at checkout.
 *
 * <p>Changes to one cart come one after another: the service locks its row first, so two tabs on
 * two nodes neither lose nor double a line.
 */
@Entity
public class Cart {

  /** The most pieces of one variant that a line holds. */
  public static final int MAX_QUANTITY = 99;

  /** The most different variants in a cart. */
  public static final int MAX_LINES = 100;

  /** How long an untouched cart is kept. */
  public static final Duration LIFETIME = Duration.ofDays(60);

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "cart_seq")
  @SequenceGenerator(name = "cart_seq", sequenceName = "cart_seq", allocationSize = 50)
  private Long id;

  @Column(name = "token_hash", nullable = false, unique = true)
  private byte[] tokenHash;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "touched_at", nullable = false)
  private Instant touchedAt;

  @OneToMany(mappedBy = "cart", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("addedAt, id")
  private List<CartLine> lines = new ArrayList<>();

  /** For JPA. */
  protected Cart() {}

  /** No secret, and opens nothing. */
  public Long getId() {
    return id;
  }

  /** An empty cart that this token opens. */
  public Cart(CartToken token, Instant now) {
    this.tokenHash = token.hash();
    this.createdAt = now;
    this.touchedAt = now;
  }

  /**
   * Puts pieces into the cart, on top of those of the same variant that it holds.
   *
   * @param pieces 1 or more
   * @throws OutOfStockException when nothing is left
   * @throws CartFullException when the cart has {@link #MAX_LINES} other lines
   */
  public QuantityChange add(ProductVariant variant, int pieces, Instant now) {
    requirePositive(pieces);
    touchedAt = now;
    Optional<CartLine> held = findLine(variant.getSku());
    if (held.isPresent()) {
      return held.get().hold(held.get().getQuantity() + pieces);
    }
    if (lines.size() >= MAX_LINES) {
      throw new CartFullException();
    }
    CartLine line = new CartLine(this, variant, now);
    QuantityChange change = line.hold(pieces);
    lines.add(line);
    return change;
  }

  /**
   * Sets how many pieces a line holds.
   *
   * @param pieces 1 or more
   * @return what was granted, or empty when the cart has no such line
   * @throws OutOfStockException when nothing is left
   */
  public Optional<QuantityChange> change(String sku, int pieces, Instant now) {
    requirePositive(pieces);
    touchedAt = now;
    return findLine(sku).map(line -> line.hold(pieces));
  }

  /** Takes a line out; a line that is not there is no fault, since a double click asks twice. */
  public Optional<CartLine> remove(String sku, Instant now) {
    touchedAt = now;
    Optional<CartLine> line = findLine(sku);
    line.ifPresent(lines::remove);
    return line;
  }

  /** Whether the cart has a line of this variant. */
  public boolean holds(String sku) {
    return findLine(sku).isPresent();
  }

  /** Takes everything out. */
  public void clear(Instant now) {
    touchedAt = now;
    lines.clear();
  }

  private Optional<CartLine> findLine(String sku) {
    return lines.stream().filter(line -> line.getVariant().getSku().equals(sku)).findFirst();
  }

  private static void requirePositive(int pieces) {
    if (pieces < 1) {
      throw new IllegalArgumentException("At least one piece: " + pieces);
    }
  }

  /** What is in the cart, in the order in which it was put in. */
  public List<CartLine> getLines() {
    return List.copyOf(lines);
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  public Instant getTouchedAt() {
    return touchedAt;
  }
}
