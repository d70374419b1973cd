package shop.emporium.ejb.cart;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shop.emporium.domain.cart.Cart;
import shop.emporium.domain.cart.CartToken;

/**
 * Makes the cart of a guest the customer's who he has turned out to be.
 *
 * <p>The guest's cart is deleted in the same transaction that takes its lines over, and both are
 * locked before anything of them is read. So whoever merges a second time, on another node or at
 * the same moment, finds nothing left to merge; and an addition in another tab comes either before,
 * and goes along, or after, and then makes a new guest's cart, which is merged at its next request.
 */
@Stateless
public class CartMerging {

  @Inject private CartRepository carts;
  @Inject private Event<CartChanged> changed;

  /**
   * Merges what a token opens into a customer's cart, by the rule of {@link Cart#merge}. May be
   * asked at every request: a token that opens nothing costs one look-up.
   *
   * @return whether there was something to merge
   */
  public boolean merge(long customer, @NotNull CartToken token) {
    if (!carts.isThere(token)) {
      return false;
    }
    Instant now = Instant.now();
    carts.addOfCustomer(customer, now);
    List<Cart> both = carts.lockBoth(token, customer);
    Optional<Cart> guests = both.stream().filter(cart -> !cart.isOfCustomer()).findFirst();
    Optional<Cart> own = both.stream().filter(Cart::isOfCustomer).findFirst();
    if (guests.isEmpty() || own.isEmpty()) {
      return false;
    }
    own.get().merge(guests.get(), now);
    carts.remove(guests.get());
    both.forEach(cart -> changed.fire(new CartChanged(cart.getId())));
    return true;
  }
}
