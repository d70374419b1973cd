package shop.emporium.web.checkout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import shop.emporium.domain.shared.Actor;
import shop.emporium.ejb.cart.CartService;
import shop.emporium.ejb.customer.SignedIn;
import shop.emporium.web.cart.CurrentCart;
import shop.emporium.web.customer.CurrentCustomer;

/** Whose way to the till a request is about: that of the cart which its cookies open. */
@RequestScoped
class CurrentCheckout {

  @Inject private CurrentCart cart;
  @Inject private CurrentCustomer current;
  @Inject private CartService carts;

  private Optional<Long> found;

  /** The cart; empty where there is none. */
  Optional<Long> cart() {
    if (found == null) {
      found = carts.id(cart.owner());
    }
    return found;
  }

  /** The customer who is signed in. */
  Optional<Long> customer() {
    return current.find().map(SignedIn::customer);
  }

  /** As histories name the buyer. */
  Actor actor() {
    return customer().map(Actor::customer).orElse(Actor.GUEST);
  }
}
