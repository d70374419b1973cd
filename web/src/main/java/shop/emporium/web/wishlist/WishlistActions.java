package shop.emporium.web.wishlist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;
import shop.emporium.domain.cart.CartFullException;
import shop.emporium.domain.cart.OutOfStockException;
import shop.emporium.ejb.cart.UnknownSkuException;
import shop.emporium.ejb.wishlist.MovedToCart;
import shop.emporium.ejb.wishlist.StockAlertService;
import shop.emporium.ejb.wishlist.WishlistService;
import shop.emporium.ejb.wishlist.WishlistSummary;
import shop.emporium.ejb.wishlist.WishlistToCart;
import shop.emporium.web.customer.CurrentCustomer;
import shop.emporium.web.shared.Format;
import shop.emporium.web.shared.PageForm;

/** What the forms of a list's page do; each leads back to a page that says what became of it. */
@RequestScoped
class WishlistActions {

  private static final String PAGE = "/account/wishlist";

  @Inject private WishForms forms;
  @Inject private PageForm form;
  @Inject private WishlistService wishlists;
  @Inject private WishlistToCart toCart;
  @Inject private StockAlertService alerts;
  @Inject private CurrentCustomer current;

  /** Does what the form is for that was sent to the page of this list, if any was. */
  void on(long customer, WishlistSummary list) {
    long id = list.id();
    String here = address(list);
    forms.on("create", () -> PAGE + "?list=" + wishlists.create(customer, form.typed("name")).id());
    forms.on(
        "rename",
        () -> {
          wishlists.rename(customer, id, form.typed("name"));
          return here + "done=wish-renamed";
        });
    forms.on(
        "delete",
        () -> {
          wishlists.delete(customer, id);
          return PAGE + "?done=wish-list-deleted";
        });
    forms.on(
        "share",
        () -> {
          wishlists.share(customer, id);
          return here + "done=wish-shared";
        });
    forms.on(
        "unshare",
        () -> {
          wishlists.unshare(customer, id);
          return here + "done=wish-unshared";
        });
    forms.on(
        "add",
        () -> {
          wishlists.add(customer, id, sku());
          return here + "added=" + Format.encoded(sku());
        });
    forms.on(
        "remove",
        () -> {
          wishlists.remove(customer, id, sku());
          return here + "removed=" + Format.encoded(sku());
        });
    forms.on(
        "move",
        () -> {
          wishlists.move(customer, id, sku(), form.number("target"));
          return here + "done=wish-moved";
        });
    forms.on(
        "await",
        () ->
            here
                + (alerts.ask(customer, sku(), current.caller())
                    ? "done=alert-on"
                    : "done=alert-mail"));
    forms.on(
        "forget",
        () -> {
          alerts.cancel(customer, sku());
          return here + "done=alert-off";
        });
    forms.on("cart", () -> here + moved(() -> toCart.move(customer, Optional.of(id), sku())));
    forms.on("cart-all", () -> here + moved(() -> toCart.moveAll(customer, Optional.of(id))));
  }

  /** Puts wishes into the cart, and says in terms of an address what became of them. */
  private String moved(Supplier<MovedToCart> move) {
    try {
      MovedToCart result = move.get();
      return "moved=" + result.moved().size() + "&kept=" + result.kept().size();
    } catch (OutOfStockException soldOut) {
      return "problem=sold-out";
    } catch (CartFullException full) {
      return "problem=cart-full";
    } catch (UnknownSkuException unknown) {
      return "problem=unknown";
    }
  }

  /** The page of a list, ready for one more parameter. */
  static String address(WishlistSummary list) {
    return list.isDefault() ? PAGE + "?" : PAGE + "?list=" + list.id() + "&";
  }

  private String sku() {
    return form.typed("sku");
  }
}
