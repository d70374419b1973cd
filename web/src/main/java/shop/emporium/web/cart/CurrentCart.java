package shop.emporium.web.cart;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import shop.emporium.ejb.cart.CartChange;
import shop.emporium.ejb.cart.CartMerging;
import shop.emporium.ejb.cart.CartOwner;
import shop.emporium.ejb.customer.SignedIn;
import shop.emporium.web.customer.CurrentCustomer;

/**
 * Whose cart a request is about: the customer's who is signed in, else the one that the cookie
 * opens.
 *
 * <p>What the cookie of a browser still opens when somebody is signed in is merged first, whatever
 * way he came in and whatever became of the node that let him in. The cookie stays where it is: it
 * opens nothing any more. An answer that took it away could overtake, in the browser, the one by
 * which another tab just got a new cart, and lose that.
 */
@RequestScoped
public class CurrentCart {

  @Inject private CartMerging merging;
  @Inject private CurrentCustomer current;
  @Inject private HttpServletRequest request;

  private CartOwner.Customer merged;

  /** Whose cart it is. */
  public CartOwner owner() {
    return current
        .find()
        .map(this::owner)
        .orElseGet(() -> CartOwner.guest(CartCookie.read(request)));
  }

  private CartOwner owner(SignedIn person) {
    CartOwner.Customer customer = new CartOwner.Customer(person.customer());
    if (!customer.equals(merged)) {
      CartCookie.read(request).ifPresent(token -> merging.merge(person.customer(), token));
      merged = customer;
    }
    return customer;
  }

  /** Gives a guest's browser what opens the cart from now on. */
  void keep(CartChange change, HttpServletResponse response) {
    change.token().ifPresent(token -> CartCookie.write(request, response, token));
  }
}
