package shop.emporium.web.cart;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import shop.emporium.domain.cart.Cart;
import shop.emporium.ejb.cart.CartLineView;
import shop.emporium.ejb.cart.CartOwner;
import shop.emporium.ejb.cart.CartService;
import shop.emporium.ejb.cart.CartView;
import shop.emporium.web.shared.PageCache;

/** The visitor's cart. */
@Named("cart")
@RequestScoped
public class CartBacking {

  @Inject private CartService carts;
  @Inject private CurrentCart cart;
  @Inject private CartNotices noticesAbout;
  @Inject private PageCache cache;

  private CartView view;
  private List<CartNotice> notices;
  private List<CartNewsWords> news;

  public void load() {
    cache.keepPrivate();
    view = carts.show(cart.owner());
    notices = noticesAbout.about(view);
    news = CartNewsWords.of(view);
  }

  public CartView getView() {
    return view;
  }

  public List<CartNotice> getNotices() {
    return notices;
  }

  /** What became different by itself since the shopper saw it last. */
  public List<CartNewsWords> getNews() {
    return news;
  }

  /** Whether it is kept with an account, on every device, and does not expire. */
  public boolean isOfCustomer() {
    return cart.owner() instanceof CartOwner.Customer;
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
