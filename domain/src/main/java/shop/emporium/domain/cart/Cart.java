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
import java.util.Map;
import java.util.Optional;
import shop.emporium.domain.catalog.ProductVariant;

/**
 * What one visitor means to buy, and what is saved for later.
 *
 * <p>A cart is made by the first thing put into it. A guest's is found again by its token, a
 * customer's by the customer, who has one at most. It never holds more of a variant than could be
 * bought at the moment of asking; whoever wants more is told what became of it ({@link
 * QuantityChange}). A guest's cart that nobody touches for {@link #LIFETIME} is thrown away; a
 * customer's stays. It reserves nothing: stock is held at checkout.
 *
 * <p>When a guest signs in, his cart is merged into the customer's ({@link #merge}).
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

  /** The most different variants that a shopper saves for later. */
  public static final int MAX_SAVED = 100;

  /** The most saved lines that merges pile up: room for all of a guest's, several times. */
  public static final int MAX_SAVED_BY_MERGE = 3 * MAX_SAVED;

  /** How long an untouched cart of a guest is kept. */
  public static final Duration LIFETIME = Duration.ofDays(60);

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "cart_seq")
  @SequenceGenerator(name = "cart_seq", sequenceName = "cart_seq", allocationSize = 50)
  private Long id;

  @Column(name = "token_hash", unique = true)
  private byte[] tokenHash;

  @Column(name = "customer_id", unique = true)
  private Long customerId;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "touched_at", nullable = false)
  private Instant touchedAt;

  @Column(name = "joined_lines", nullable = false)
  private int joinedLines;

  @Column(name = "dropped_lines", nullable = false)
  private int droppedLines;

  @OneToMany(mappedBy = "cart", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("addedAt, id")
  private List<CartLine> lines = new ArrayList<>();

  /** For JPA. */
  protected Cart() {}

  private Cart(Instant now) {
    this.createdAt = now;
    this.touchedAt = now;
  }

  /** An empty cart of a guest, which this token opens. */
  public Cart(CartToken token, Instant now) {
    this(now);
    this.tokenHash = token.hash();
  }

  /** The empty cart of a customer. */
  public static Cart ofCustomer(long customer, Instant now) {
    Cart cart = new Cart(now);
    cart.customerId = customer;
    return cart;
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
    requireRoom();
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

  /**
   * Saves a line for later, on top of what is saved of the same variant.
   *
   * @return how many pieces went, or empty when the cart has no such line, which is no fault
   * @throws CartFullException when {@link #MAX_SAVED} other variants are saved
   */
  public Optional<Integer> save(String sku, Instant now) {
    touchedAt = now;
    return findLine(sku)
        .map(
            line -> {
              int pieces = line.getQuantity();
              if (findSaved(sku).isEmpty() && getSaved().size() >= MAX_SAVED) {
                throw CartFullException.ofSaved();
              }
              putAside(line).save();
              return pieces;
            });
  }

  /**
   * Brings what was saved for later back into the cart, on top of what that holds.
   *
   * @return what was granted, or empty when nothing of it is saved
   * @throws OutOfStockException when nothing is left; it stays saved
   * @throws CartFullException when the cart has {@link #MAX_LINES} other lines
   */
  public Optional<QuantityChange> bringBack(String sku, Instant now) {
    touchedAt = now;
    Optional<CartLine> saved = findSaved(sku);
    if (saved.isEmpty()) {
      return Optional.empty();
    }
    Optional<CartLine> held = findLine(sku);
    if (held.isEmpty()) {
      requireRoom();
      return Optional.of(saved.get().bringBack(now));
    }
    QuantityChange change = held.get().hold(held.get().getQuantity() + saved.get().getQuantity());
    lines.remove(saved.get());
    return Optional.of(change);
  }

  /** Forgets what was saved for later; what is not there is no fault. */
  public Optional<CartLine> discard(String sku, Instant now) {
    touchedAt = now;
    Optional<CartLine> line = findSaved(sku);
    line.ifPresent(lines::remove);
    return line;
  }

  /** The shopper has read what changed by itself; see {@link CartLine#acknowledge}. */
  public void acknowledge(Instant now) {
    touchedAt = now;
    joinedLines = 0;
    droppedLines = 0;
    lines.forEach(CartLine::acknowledge);
  }

  /**
   * Takes in the cart of a guest who has turned out to be this customer, by the rule that {@link
   * CartMerge} tells. The guest's cart is to be deleted in the same transaction.
   */
  public void merge(Cart guest, Instant now) {
    touchedAt = now;
    int before = getLines().size();
    joinedLines = guest.getLines().isEmpty() ? joinedLines : before;
    droppedLines += new CartMerge(this, lines).take(guest.lines);
  }

  /**
   * The saved line that stands for this one from now on: itself, or the one that took its pieces.
   */
  CartLine putAside(CartLine line) {
    Optional<CartLine> saved = findSaved(line.getVariant().getSku());
    saved.ifPresent(
        other -> {
          other.takeSaved(line);
          lines.remove(line);
        });
    return saved.orElse(line);
  }

  /**
   * Says what is held for the cart at the till, so that its own pieces are not missing to it.
   *
   * @param held pieces by variant
   */
  public void know(Map<Long, Integer> held) {
    getLines().forEach(line -> line.know(held.getOrDefault(line.getVariant().getId(), 0)));
  }

  /** Whether the cart has a line of this variant. */
  public boolean holds(String sku) {
    return findLine(sku).isPresent();
  }

  /** Takes everything out; what is saved for later stays. */
  public void clear(Instant now) {
    touchedAt = now;
    lines.removeIf(line -> !line.isSaved());
  }

  private Optional<CartLine> findLine(String sku) {
    return find(sku, false);
  }

  private Optional<CartLine> findSaved(String sku) {
    return find(sku, true);
  }

  Optional<CartLine> find(String sku, boolean isSaved) {
    return lines.stream()
        .filter(line -> line.isSaved() == isSaved && line.getVariant().getSku().equals(sku))
        .findFirst();
  }

  private void requireRoom() {
    if (getLines().size() >= MAX_LINES) {
      throw CartFullException.ofLines();
    }
  }

  private static void requirePositive(int pieces) {
    if (pieces < 1) {
      throw new IllegalArgumentException("At least one piece: " + pieces);
    }
  }

  /** What is in the cart, in the order in which it was put in. */
  public List<CartLine> getLines() {
    return lines.stream().filter(line -> !line.isSaved()).toList();
  }

  /** What is saved for later, the oldest first. */
  public List<CartLine> getSaved() {
    return lines.stream().filter(CartLine::isSaved).toList();
  }

  /** How many lines the customer's cart held before the last merge, until that has been read. */
  public int getJoinedLines() {
    return joinedLines;
  }

  /** For how many saved lines merges found no room, until that has been read. */
  public int getDroppedLines() {
    return droppedLines;
  }

  public Long getId() {
    return id;
  }

  /** Whether it is a customer's, not a guest's. */
  public boolean isOfCustomer() {
    return customerId != null;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  public Instant getTouchedAt() {
    return touchedAt;
  }
}
