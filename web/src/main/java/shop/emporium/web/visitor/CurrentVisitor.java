package shop.emporium.web.visitor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import shop.emporium.ejb.cart.CartService;
import shop.emporium.ejb.chat.TalkReader;
import shop.emporium.ejb.customer.SignedIn;
import shop.emporium.ejb.wishlist.WishlistService;
import shop.emporium.web.cart.CurrentCart;
import shop.emporium.web.customer.CurrentCustomer;

/** Sums up who is asking, also right after signing in. */
@RequestScoped
class CurrentVisitor {

  @Inject private CartService carts;
  @Inject private WishlistService wishlists;
  @Inject private TalkReader talks;
  @Inject private CurrentCart cart;
  @Inject private CurrentCustomer current;

  VisitorJson show() {
    Optional<SignedIn> person = current.find();
    return VisitorJson.of(
        person,
        carts.count(cart.owner()),
        person.map(one -> wishlists.count(one.customer())).orElse(0),
        person.map(one -> talks.goingOn(one.customer())).orElse(0L));
  }
}
