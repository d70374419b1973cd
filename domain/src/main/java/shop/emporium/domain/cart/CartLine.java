package shop.emporium.domain.cart;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.Optional;
import org.joda.money.Money;
import shop.emporium.domain.catalog.ProductVariant;
import shop.emporium.domain.shared.Price;

/**
 * Some pieces of one variant, in a cart or saved for later. Its price is always the variant's price
 * of now.
 *
 * <p>What the shopper <em>saw</em> is the price and the stock at the moment when he put the line
 * in, changed it, saved it, or said that he has read what changed. Showing a cart changes nothing:
 * a page that a browser fetches ahead, or in a second tab, takes no news away.
 */
@Entity
@Table(name = "cart_line")
public class CartLine {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "cart_line_seq")
  @SequenceGenerator(name = "cart_line_seq", sequenceName = "cart_line_seq", allocationSize = 50)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  private Cart cart;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  private ProductVariant variant;

  @Column(nullable = false)
  private int quantity;

  @Column(name = "is_saved", nullable = false)
  private boolean saved;

  @Column(name = "added_at", nullable = false)
  private Instant addedAt;

  @Embedded
  @AttributeOverride(name = "minor", column = @Column(name = "seen_minor", nullable = false))
  @AttributeOverride(
      name = "currency",
      column = @Column(name = "seen_currency", nullable = false, length = 3))
  private Price seenPrice;

  @Column(name = "seen_available", nullable = false)
  private int seenAvailable;

  @Column(name = "held_before")
  private Integer heldBefore;

  @Column(name = "brought")
  private Integer brought;

  @Column(name = "made_room", nullable = false)
  private boolean roomMade;

  /** Pieces that are held for this cart at the till: nobody else can have them. */
  @Transient private int held;

  /** For JPA. */
  protected CartLine() {}

  CartLine(Cart cart, ProductVariant variant, Instant now) {
    this.cart = cart;
    this.variant = variant;
    this.addedAt = now;
    see();
  }

  /** The same line in another cart, as old as it is. */
  CartLine copyTo(Cart other) {
    CartLine copy = new CartLine(other, variant, addedAt);
    copy.quantity = quantity;
    copy.saved = saved;
    copy.seenPrice = seenPrice;
    copy.seenAvailable = seenAvailable;
    copy.held = held;
    return copy;
  }

  /**
   * Holds as many of the wanted pieces as stock and the limit of a line allow.
   *
   * @throws OutOfStockException when nothing is left, or it is no longer sold
   */
  QuantityChange hold(int wanted) {
    if (available() == 0) {
      throw new OutOfStockException(variant.getSku());
    }
    quantity = Math.min(wanted, most());
    see();
    return new QuantityChange(wanted, quantity);
  }

  /** Goes from the cart to what is saved for later, on top of what is saved already, if any. */
  void save() {
    saved = true;
    see();
  }

  /** Comes back as the last line of the cart. */
  QuantityChange bringBack(Instant now) {
    QuantityChange change = hold(quantity);
    saved = false;
    addedAt = now;
    return change;
  }

  /** Takes the pieces of a line of the same variant that is saved as well. */
  void takeSaved(CartLine other) {
    quantity = Math.min(quantity + other.quantity, Cart.MAX_QUANTITY);
  }

  /** Takes the pieces of a guest's line of the same variant. See {@link Cart#merge}. */
  void join(CartLine guests) {
    held += guests.held;
    addedAt = addedAt.isBefore(guests.addedAt) ? addedAt : guests.addedAt;
    if (saved) {
      takeSaved(guests);
    } else {
      together(quantity, guests.quantity);
    }
  }

  /** Arrives by a merge in a cart that did not hold the variant. */
  void arrive() {
    if (!saved && quantity > most()) {
      together(0, quantity);
    }
  }

  private void together(int before, int more) {
    heldBefore = before;
    brought = more;
    quantity = Math.min(before + more, most());
  }

  /** Leaves the cart for what is saved for later because the cart is full. */
  void makeRoom() {
    saved = true;
    roomMade = true;
  }

  /**
   * The shopper has read what changed. A line of the cart takes no more than is left; one that is
   * saved keeps the price at which it was saved.
   */
  void acknowledge() {
    if (!saved) {
      quantity = Math.min(quantity, most());
      see();
    }
    forgetMerge();
  }

  private void see() {
    seenPrice = Price.of(variant.getPrice());
    seenAvailable = available();
    forgetMerge();
  }

  private void forgetMerge() {
    heldBefore = null;
    brought = null;
    roomMade = false;
  }

  /** Says how many pieces are held for this cart, which can be had besides those that are free. */
  void know(int pieces) {
    held = pieces;
  }

  private int available() {
    return variant.getProduct().isOnSale() ? variant.getAvailable() + held : 0;
  }

  /** The most that it may hold: what is wanted of something sold out stays as it was wanted. */
  private int most() {
    return available() == 0 ? Cart.MAX_QUANTITY : Math.min(available(), Cart.MAX_QUANTITY);
  }

  public Cart getCart() {
    return cart;
  }

  public ProductVariant getVariant() {
    return variant;
  }

  public int getQuantity() {
    return quantity;
  }

  /** Whether it is saved for later instead of being in the cart. */
  public boolean isSaved() {
    return saved;
  }

  public Instant getAddedAt() {
    return addedAt;
  }

  /** The price of one piece that the shopper saw last. */
  public Money getSeenPrice() {
    return seenPrice.toMoney();
  }

  /** How many could be bought when the shopper saw it last. */
  public int getSeenAvailable() {
    return seenAvailable;
  }

  /** What a merge wanted it to hold, until that has been read. */
  public Optional<QuantityChange> getMerged() {
    return Optional.ofNullable(brought)
        .map(more -> new QuantityChange(heldBefore + more, quantity));
  }

  /** Whether it was saved for later to make room in a merge, until that has been read. */
  public boolean hasMadeRoom() {
    return roomMade;
  }

  /** Price of one piece times quantity. */
  public Money getTotal() {
    return variant.getPrice().multipliedBy(quantity);
  }
}
