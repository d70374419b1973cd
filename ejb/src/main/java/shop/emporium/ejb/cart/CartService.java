package shop.emporium.ejb.cart;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import shop.emporium.domain.cart.Cart;
import shop.emporium.domain.cart.CartLine;
import shop.emporium.domain.cart.CartToken;
import shop.emporium.domain.cart.QuantityChange;
import shop.emporium.domain.catalog.ProductVariant;
import shop.emporium.ejb.customer.UnknownEntryException;
import shop.emporium.ejb.shared.StoreSettings;

/**
 * Shows and changes carts, of guests and of customers. Pages and the REST interface come through
 * here; what is saved for later and merges are in {@link SavedForLater} and {@link CartMerging}.
 *
 * <p>A token that opens no cart (it expired, was merged, or was never ours) is answered with a new
 * one at the first change, never taken over: nobody can hand a visitor a cart into which he looks
 * himself.
 *
 * <p>Each change tells {@link CartChanged} in its transaction.
 */
@Stateless
public class CartService {

  private static final int PURGE_BATCH = 500;

  /** PostgreSQL stores no null byte, and no SKU has a line break. */
  static final String PRINTABLE = "\\P{Cntrl}*";

  @Inject private CartRepository carts;
  @Inject private CartQueries queries;
  @Inject private StoreSettings settings;
  @Inject private Event<CartChanged> changed;

  /** What is in a cart; nothing where there is none. Showing it changes nothing. */
  public CartView show(@NotNull CartOwner owner) {
    return queries.show(owner, settings.currency());
  }

  /**
   * The same for somebody who works here, which the caller has made sure of.
   *
   * @param cart its id
   */
  public CartView showToStaff(long cart) {
    return queries.show(cart, settings.currency());
  }

  /** How many pieces are in a cart; 0 where there is none. */
  public int count(@NotNull CartOwner owner) {
    return queries.count(owner);
  }

  /**
   * Which cart it is, as {@link CartChanged} names it; empty where there is none. One row is read,
   * for which nobody needs a transaction.
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<Long> id(@NotNull CartOwner owner) {
    return queries.id(owner);
  }

  /**
   * Puts pieces of a variant into the cart, as many as can be bought.
   *
   * @param quantity from 1 to 99
   * @throws UnknownSkuException when the shop does not sell it
   * @throws shop.emporium.domain.cart.OutOfStockException when nothing is left
   * @throws shop.emporium.domain.cart.CartFullException when the cart holds 100 other variants
   * @throws UnknownEntryException when the customer has been erased meanwhile
   */
  public CartChange add(
      @NotNull CartOwner owner,
      @NotNull @Size(min = 1, max = 100) @Pattern(regexp = PRINTABLE) String sku,
      @Min(1) @Max(Cart.MAX_QUANTITY) int quantity) {
    ProductVariant variant = carts.findOnSale(sku).orElseThrow(() -> new UnknownSkuException(sku));
    Instant now = Instant.now();
    return owner instanceof CartOwner.Customer customer
        ? new CartChange(
            Optional.empty(), put(carts.open(customer.id(), now), variant, quantity, now))
        : addOfGuest(owner, variant, quantity, now);
  }

  private CartChange addOfGuest(
      CartOwner guest, ProductVariant variant, int quantity, Instant now) {
    Optional<Cart> known = carts.lock(guest);
    if (known.isPresent()) {
      return new CartChange(
          ((CartOwner.Guest) guest).token(), put(known.get(), variant, quantity, now));
    }
    CartToken fresh = CartToken.random();
    Cart cart = new Cart(fresh, now);
    carts.add(cart);
    return new CartChange(Optional.of(fresh), put(cart, variant, quantity, now));
  }

  private QuantityChange put(Cart cart, ProductVariant variant, int quantity, Instant now) {
    changed.fire(new CartChanged(cart.getId()));
    return cart.add(variant, quantity, now);
  }

  /**
   * Takes a removal back: puts the pieces in again unless the cart holds the variant by now, so
   * that asking twice, or going back and asking again, restores once.
   *
   * @param quantity from 1 to 99
   * @return empty when there was nothing to restore
   * @throws UnknownSkuException when the shop does not sell it
   * @throws shop.emporium.domain.cart.OutOfStockException when nothing is left
   */
  public Optional<CartChange> restore(
      @NotNull CartOwner owner,
      @NotNull @Size(min = 1, max = 100) @Pattern(regexp = PRINTABLE) String sku,
      @Min(1) @Max(Cart.MAX_QUANTITY) int quantity) {
    boolean held = carts.lock(owner).map(cart -> cart.holds(sku)).orElse(false);
    return held ? Optional.empty() : Optional.of(add(owner, sku, quantity));
  }

  /**
   * Sets how many pieces a line holds, as many as can be bought.
   *
   * @param quantity from 1 to 99
   * @throws UnknownSkuException when the cart holds no such line
   * @throws shop.emporium.domain.cart.OutOfStockException when nothing is left
   */
  public QuantityChange change(
      @NotNull CartOwner owner,
      @NotNull @Size(min = 1, max = 100) @Pattern(regexp = PRINTABLE) String sku,
      @Min(1) @Max(Cart.MAX_QUANTITY) int quantity) {
    return inCart(owner, cart -> cart.change(sku, quantity, Instant.now()))
        .orElseThrow(() -> new UnknownSkuException(sku));
  }

  /**
   * Takes a line out of the cart.
   *
   * @return how many pieces it held, or 0 when there was no such line, which is no fault
   */
  public int remove(
      @NotNull CartOwner owner,
      @NotNull @Size(min = 1, max = 100) @Pattern(regexp = PRINTABLE) String sku) {
    return inCart(owner, cart -> cart.remove(sku, Instant.now()))
        .map(CartLine::getQuantity)
        .orElse(0);
  }

  /** Takes everything out of the cart; what is saved for later stays. */
  public void clear(@NotNull CartOwner owner) {
    inCart(
        owner,
        cart -> {
          cart.clear(Instant.now());
          return Optional.of(cart);
        });
  }

  /**
   * The shopper has read what changed by itself since the last visit: it is told no more, and where
   * fewer are left than a line holds, it holds those. Asking twice is no fault.
   */
  public void acknowledge(@NotNull CartOwner owner) {
    inCart(
        owner,
        cart -> {
          cart.acknowledge(Instant.now());
          return Optional.of(cart);
        });
  }

  private <T> Optional<T> inCart(CartOwner owner, Function<Cart, Optional<T>> change) {
    Optional<Cart> cart = carts.lock(owner);
    Optional<T> done = cart.flatMap(change);
    done.ifPresent(result -> changed.fire(new CartChanged(cart.orElseThrow().getId())));
    return done;
  }

  /**
   * Throws away some of the guests' carts that nobody has touched for {@link Cart#LIFETIME}.
   *
   * @return how many; fewer than 500 when none is left
   */
  public int purge(@NotNull Instant now) {
    return carts.deleteUntouchedSince(now.minus(Cart.LIFETIME), PURGE_BATCH);
  }
}
