package shop.emporium.web.cart;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import shop.emporium.domain.cart.Cart;
import shop.emporium.ejb.cart.CartLineView;
import shop.emporium.ejb.cart.CartService;
import shop.emporium.ejb.cart.CartView;
import shop.emporium.web.shared.PageCache;

/** The visitor's cart. */
@Named("cart")
@RequestScoped
public class CartBacking {

  @Inject private CartService carts;
  @Inject private CartNotices noticesAbout;
  @Inject private PageCache cache;
  @Inject private HttpServletRequest request;

  private CartView view;
  private List<CartNotice> notices;

  public void load() {
    cache.keepPrivate();
    view = carts.show(CartCookie.read(request));
    notices = noticesAbout.about(view);
  }

  public CartView getView() {
    return view;
  }

  public List<CartNotice> getNotices() {
    return notices;
  }

  /** Whether all of it is in stock, so that a day of arrival can be told. */
  public boolean isDeliverable() {
    return view.lines().stream().noneMatch(CartLineView::exceedsStock);
  }

  /** For how many days an untouched cart is kept. */
  public int getDaysKept() {
    return (int) Cart.LIFETIME.toDays();
  }
}
