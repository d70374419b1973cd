package shop.emporium.web.wishlist;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import shop.emporium.ejb.catalog.CatalogService;
import shop.emporium.ejb.customer.SignedIn;
import shop.emporium.ejb.wishlist.WishlistException;
import shop.emporium.ejb.wishlist.WishlistFault;
import shop.emporium.ejb.wishlist.WishlistService;
import shop.emporium.web.catalog.ChosenVariant;
import shop.emporium.web.customer.CurrentCustomer;
import shop.emporium.web.shared.Format;
import shop.emporium.web.shared.PageLanguage;
import shop.emporium.web.shared.SeeOther;

/**
 * Takes the hearts of public pages, as plain forms. A customer's wish goes into the default list; a
 * guest's is kept in a cookie, and the guest is led to the page where one signs in.
 */
@WebServlet(urlPatterns = "/wishlist/add")
public class WishFormServlet extends HttpServlet {

  private static final String LIST = "/account/wishlist";

  @Inject private transient WishlistService wishlists;
  @Inject private transient CatalogService catalog;
  @Inject private transient CurrentCustomer current;
  @Inject private transient PageLanguage language;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    go(response, LIST);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      Optional<String> sku = sku(request);
      if (sku.isEmpty() || catalog.nameOf(sku.get()).isEmpty()) {
        go(response, LIST + "?problem=unknown");
        return;
      }
      add(request, response, sku.get());
    } catch (ConstraintViolationException wrong) {
      go(response, LIST + "?problem=unknown");
    } catch (WishlistException refused) {
      boolean isFull = refused.getFault() == WishlistFault.LIST_FULL;
      go(response, LIST + (isFull ? "?problem=full" : "?problem=unknown"));
    }
  }

  private void add(HttpServletRequest request, HttpServletResponse response, String sku) {
    Optional<SignedIn> person = current.find();
    if (person.isPresent()) {
      wishlists.add(person.get().customer(), sku);
      go(response, LIST + "?added=" + Format.encoded(sku));
    } else {
      WishCookie.add(request, response, sku);
      go(response, "/login?next=" + Format.encoded(LIST + "?added=" + Format.encoded(sku)));
    }
  }

  /** What the heart of a card, or of a product's page with its chosen options, stands for. */
  private Optional<String> sku(HttpServletRequest request) {
    List<String> values = ChosenVariant.values(request);
    return ChosenVariant.sku(request)
        .or(
            () ->
                ChosenVariant.product(request)
                    .flatMap(
                        product ->
                            values.isEmpty()
                                ? Optional.of(wishlists.skuOf(product))
                                : catalog.skuOf(product, values)));
  }

  private void go(HttpServletResponse response, String path) {
    SeeOther.answer(response, language.getBase() + path);
  }
}
