package shop.emporium.ejb.cart;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import shop.emporium.domain.cart.Cart;
import shop.emporium.domain.cart.CartLine;
import shop.emporium.domain.cart.QuantityChange;

/**
 * Moves lines between a cart and what is saved for later. Each change tells {@link CartChanged}.
 */
@Stateless
public class SavedForLater {

  @Inject private CartRepository carts;
  @Inject private Event<CartChanged> changed;

  /**
   * Saves a line for later, on top of what is saved of the same variant.
   *
   * @return how many pieces went, or 0 when the cart has no such line, which is no fault
   * @throws shop.emporium.domain.cart.CartFullException when 100 other variants are saved
   */
  public int save(
      @NotNull CartOwner owner,
      @NotNull @Size(min = 1, max = 100) @Pattern(regexp = CartService.PRINTABLE) String sku) {
    return inCart(owner, cart -> cart.save(sku, Instant.now())).orElse(0);
  }

  /**
   * Moves what is saved back into the cart, on top of what that holds, as many as can be bought.
   *
   * @throws UnknownSkuException when nothing of it is saved
   * @throws shop.emporium.domain.cart.OutOfStockException when nothing is left; it stays saved
   * @throws shop.emporium.domain.cart.CartFullException when the cart holds 100 other variants
   */
  public QuantityChange moveToCart(
      @NotNull CartOwner owner,
      @NotNull @Size(min = 1, max = 100) @Pattern(regexp = CartService.PRINTABLE) String sku) {
    return inCart(owner, cart -> cart.bringBack(sku, Instant.now()))
        .orElseThrow(() -> new UnknownSkuException(sku));
  }

  /**
   * Forgets what was saved.
   *
   * @return how many pieces, or 0 when nothing of it was saved, which is no fault
   */
  public int discard(
      @NotNull CartOwner owner,
      @NotNull @Size(min = 1, max = 100) @Pattern(regexp = CartService.PRINTABLE) String sku) {
    return inCart(owner, cart -> cart.discard(sku, Instant.now()))
        .map(CartLine::getQuantity)
        .orElse(0);
  }

  private <T> Optional<T> inCart(CartOwner owner, Function<Cart, Optional<T>> change) {
    Optional<Cart> cart = carts.lock(owner);
    Optional<T> done = cart.flatMap(change);
    done.ifPresent(result -> changed.fire(new CartChanged(cart.orElseThrow().getId())));
    return done;
  }
}
