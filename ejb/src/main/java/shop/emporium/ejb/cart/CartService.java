package shop.emporium.ejb.cart;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shop.emporium.domain.cart.Cart;
import shop.emporium.domain.cart.CartToken;
import shop.emporium.domain.cart.QuantityChange;
import shop.emporium.domain.catalog.ProductVariant;
import shop.emporium.ejb.shared.StoreSettings;

/**
 * Shows and changes a guest's cart. Pages and the REST interface come through here.
 *
 * <p>A token that opens no cart (it expired, or was never ours) is answered with a new one at the
 * first change, never taken over: nobody can hand a visitor a cart into which he looks himself.
 */
@Stateless
public class CartService {

  private static final int PURGE_BATCH = 500;

  /** PostgreSQL stores no null byte, and no SKU has a line break. */
  private static final String PRINTABLE = "\\P{Cntrl}*";

  @Inject private CartRepository carts;
  @Inject private StoreSettings settings;
  @Inject private Event<CartChanged> changes;

  /** What is in the cart that this token opens; nothing when it opens none. */
  public CartView show(@NotNull Optional<CartToken> token) {
    return CartView.of(token.map(carts::lines).orElse(List.of()), settings.currency());
  }

  /** How many pieces are in the cart that this token opens; 0 when it opens none. */
  public int count(@NotNull Optional<CartToken> token) {
    return token.map(carts::count).orElse(0);
  }

  /**
   * Puts pieces of a variant into the cart, as many as can be bought.
   *
   * @param token what the visitor's browser presented
   * @param quantity from 1 to 99
   * @throws UnknownSkuException when the shop does not sell it
   * @throws shop.emporium.domain.cart.OutOfStockException when nothing is left
   * @throws shop.emporium.domain.cart.CartFullException when the cart holds 100 other variants
   */
  public CartChange add(
      @NotNull Optional<CartToken> token,
      @NotNull @Size(min = 1, max = 100) @Pattern(regexp = PRINTABLE) String sku,
      @Min(1) @Max(Cart.MAX_QUANTITY) int quantity) {
    ProductVariant variant = carts.findOnSale(sku).orElseThrow(() -> new UnknownSkuException(sku));
    Instant now = Instant.now();
    Optional<Cart> known = token.flatMap(carts::lock);
    if (known.isPresent()) {
      changed(known.get());
      return new CartChange(token.orElseThrow(), known.get().add(variant, quantity, now));
    }
    CartToken fresh = CartToken.random();
    Cart cart = new Cart(fresh, now);
    QuantityChange change = cart.add(variant, quantity, now);
    carts.add(cart);
    changed(cart);
    return new CartChange(fresh, change);
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
      @NotNull Optional<CartToken> token,
      @NotNull @Size(min = 1, max = 100) @Pattern(regexp = PRINTABLE) String sku,
      @Min(1) @Max(Cart.MAX_QUANTITY) int quantity) {
    boolean held = token.flatMap(carts::lock).map(cart -> cart.holds(sku)).orElse(false);
    return held ? Optional.empty() : Optional.of(add(token, sku, quantity));
  }

  /**
   * Sets how many pieces a line holds, as many as can be bought.
   *
   * @param quantity from 1 to 99
   * @throws UnknownSkuException when the cart holds no such line
   * @throws shop.emporium.domain.cart.OutOfStockException when nothing is left
   */
  public QuantityChange change(
      @NotNull Optional<CartToken> token,
      @NotNull @Size(min = 1, max = 100) @Pattern(regexp = PRINTABLE) String sku,
      @Min(1) @Max(Cart.MAX_QUANTITY) int quantity) {
    return token
        .flatMap(this::lockToChange)
        .flatMap(cart -> cart.change(sku, quantity, Instant.now()))
        .orElseThrow(() -> new UnknownSkuException(sku));
  }

  /**
   * Takes a line out of the cart.
   *
   * @return how many pieces it held, or 0 when there was no such line, which is no fault
   */
  public int remove(
      @NotNull Optional<CartToken> token,
      @NotNull @Size(min = 1, max = 100) @Pattern(regexp = PRINTABLE) String sku) {
    return token
        .flatMap(this::lockToChange)
        .flatMap(cart -> cart.remove(sku, Instant.now()))
        .map(line -> line.getQuantity())
        .orElse(0);
  }

  /** Takes everything out of the cart. */
  public void clear(@NotNull Optional<CartToken> token) {
    token.flatMap(this::lockToChange).ifPresent(cart -> cart.clear(Instant.now()));
  }

  /**
   * Throws away some of the carts that nobody has touched for {@link Cart#LIFETIME}.
   *
   * @return how many; fewer than 500 when none is left
   */
  public int purge(@NotNull Instant now) {
    return carts.deleteUntouchedSince(now.minus(Cart.LIFETIME), PURGE_BATCH);
  }

  private Optional<Cart> lockToChange(CartToken token) {
    Optional<Cart> cart = carts.lock(token);
    cart.ifPresent(this::changed);
    return cart;
  }

  private void changed(Cart cart) {
    changes.fire(new CartChanged(cart.getId()));
  }
}
