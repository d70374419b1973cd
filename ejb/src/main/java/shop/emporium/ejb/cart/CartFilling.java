package shop.emporium.ejb.cart;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import shop.emporium.domain.cart.Cart;
import shop.emporium.domain.cart.CartFullException;
import shop.emporium.domain.cart.CartToken;
import shop.emporium.domain.cart.OutOfStockException;
import shop.emporium.domain.catalog.ProductVariant;

/**
 * Puts several things into a cart in one transaction, each as far as it can be had: what cannot be
 * had keeps nothing else out.
 */
@Stateless
public class CartFilling {

  @Inject private CartRepository carts;
  @Inject private Event<CartChanged> changed;

  /**
   * Puts pieces into the cart, in this order. A guest gets a cart with the first thing that can be
   * had.
   *
   * @param pieces of variants, by SKU
   * @throws shop.emporium.ejb.customer.UnknownEntryException when the customer has been erased
   *     meanwhile
   */
  public Filled fill(
      @NotNull CartOwner owner,
      @NotNull Map<@NotNull String, @NotNull @Min(1) @Max(Cart.MAX_QUANTITY) Integer> pieces) {
    Instant now = Instant.now();
    Optional<Cart> known =
        owner instanceof CartOwner.Customer customer
            ? Optional.of(carts.open(customer.id(), now))
            : carts.lock(owner);
    CartToken fresh = CartToken.random();
    Cart cart = known.orElseGet(() -> new Cart(fresh, now));
    Map<String, Filled.Outcome> outcomes = put(cart, pieces, now);
    if (outcomes.values().stream().noneMatch(Filled.Outcome::isAdded)) {
      return new Filled(Optional.empty(), outcomes);
    }
    if (known.isEmpty()) {
      carts.add(cart);
    }
    changed.fire(new CartChanged(cart.getId()));
    return new Filled(known.isEmpty() ? Optional.of(fresh) : token(owner), outcomes);
  }

  private Map<String, Filled.Outcome> put(Cart cart, Map<String, Integer> pieces, Instant now) {
    Map<String, ProductVariant> onSale = carts.findOnSale(pieces.keySet());
    Map<String, Filled.Outcome> outcomes = new LinkedHashMap<>();
    pieces.forEach((sku, wanted) -> outcomes.put(sku, put(cart, onSale.get(sku), wanted, now)));
    return outcomes;
  }

  private static Filled.Outcome put(Cart cart, ProductVariant variant, int wanted, Instant now) {
    if (variant == null) {
      return Filled.Outcome.NOT_SOLD;
    }
    try {
      return cart.add(variant, wanted, now).isReduced()
          ? Filled.Outcome.FEWER
          : Filled.Outcome.ADDED;
    } catch (OutOfStockException soldOut) {
      return Filled.Outcome.SOLD_OUT;
    } catch (CartFullException full) {
      return Filled.Outcome.CART_FULL;
    }
  }

  private static Optional<CartToken> token(CartOwner owner) {
    return owner instanceof CartOwner.Guest guest ? guest.token() : Optional.empty();
  }
}
