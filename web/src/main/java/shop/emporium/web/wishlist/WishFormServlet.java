package shop.emporium.web.wishlist;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shop.emporium.ejb.catalog.CatalogService;
import shop.emporium.ejb.customer.SignedIn;
import shop.emporium.ejb.wishlist.WishlistException;
import shop.emporium.ejb.wishlist.WishlistFault;
import shop.emporium.ejb.wishlist.WishlistService;
import shop.emporium.web.customer.CurrentCustomer;
import shop.emporium.web.shared.PageLanguage;

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
      go(response, LIST + "?added=" + encoded(sku));
    } else {
      WishCookie.add(request, response, sku);
      go(response, "/login?next=" + encoded(LIST + "?added=" + encoded(sku)));
    }
  }

  /** What the heart of a card, or of a product's page with its chosen options, stands for. */
  private Optional<String> sku(HttpServletRequest request) {
    String sku = request.getParameter("sku");
    if (sku != null && !sku.isBlank()) {
      return Optional.of(sku);
    }
    String product = request.getParameter("product");
    if (product == null) {
      return Optional.empty();
    }
    List<String> values = new ArrayList<>();
    for (String option : List.of("option1", "option2", "option3")) {
      String value = request.getParameter(option);
      if (value != null) {
        values.add(value);
      }
    }
    return values.isEmpty()
        ? Optional.of(wishlists.skuOf(product))
        : catalog.skuOf(product, values);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private void go(HttpServletResponse response, String path) {
    response.setHeader("Cache-Control", "private, no-store");
    response.setHeader("Location", language.getBase() + path);
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
  }
}
