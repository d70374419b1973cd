package shop.emporium.web.cart;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.util.Optional;
import shop.emporium.domain.cart.CartFullException;
import shop.emporium.domain.cart.OutOfStockException;
import shop.emporium.domain.cart.QuantityChange;
import shop.emporium.ejb.cart.CartChange;
import shop.emporium.ejb.cart.CartService;
import shop.emporium.ejb.cart.SavedForLater;
import shop.emporium.ejb.cart.UnknownSkuException;
import shop.emporium.ejb.catalog.CatalogService;
import shop.emporium.web.catalog.ChosenVariant;
import shop.emporium.web.shared.Format;
import shop.emporium.web.shared.PageLanguage;
import shop.emporium.web.shared.SeeOther;

/**
 * Takes the plain forms of the cart, so that a browser without scripts can shop, and sends it on to
 * the cart by GET: a reload repeats nothing.
 *
 * <p>What happened stands in the address, in terms that the cart's page checks again: {@code
 * added}, {@code changed}, {@code removed}, {@code saved}, {@code discarded} or {@code problem}.
 */
@WebServlet(
    urlPatterns = {
      "/cart/add",
      "/cart/change",
      "/cart/remove",
      "/cart/save",
      "/cart/move",
      "/cart/discard",
      "/cart/seen"
    })
public class CartFormServlet extends HttpServlet {

  @Inject private transient CartService carts;
  @Inject private transient SavedForLater later;
  @Inject private transient CurrentCart cart;
  @Inject private transient CatalogService catalog;
  @Inject private transient PageLanguage language;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    seeCart(response, "");
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String sku = request.getParameter("sku");
    try {
      switch (request.getServletPath()) {
        case "/cart/add" -> add(request, response);
        case "/cart/change" -> change(request, response, required(sku));
        case "/cart/save" -> save(response, required(sku));
        case "/cart/move" -> move(response, required(sku));
        case "/cart/discard" -> discard(response, required(sku));
        case "/cart/seen" -> acknowledge(response);
        default -> remove(response, required(sku));
      }
    } catch (OutOfStockException soldOut) {
      seeCart(response, "?problem=out-of-stock&sku=" + Format.encoded(soldOut.getSku()));
    } catch (UnknownSkuException unknown) {
      seeCart(response, "?problem=unknown");
    } catch (CartFullException full) {
      seeCart(response, full.isOfSaved() ? "?problem=saved-full" : "?problem=full");
    } catch (ConstraintViolationException | NumberFormatException wrong) {
      seeCart(response, "?problem=quantity");
    }
  }

  private void add(HttpServletRequest request, HttpServletResponse response) {
    Optional<String> sku = chosenSku(request);
    if (sku.isEmpty()) {
      seeCart(response, "?problem=options");
      return;
    }
    if (request.getParameter("restore") != null) {
      restore(request, response, sku.get());
      return;
    }
    CartChange change = carts.add(cart.owner(), sku.get(), quantity(request));
    cart.keep(change, response);
    seeCart(response, "?added=" + Format.encoded(sku.get()) + wanted(change.quantity()));
  }

  private void restore(HttpServletRequest request, HttpServletResponse response, String sku) {
    Optional<CartChange> change = carts.restore(cart.owner(), sku, quantity(request));
    change.ifPresent(done -> cart.keep(done, response));
    seeCart(
        response,
        "?added=" + Format.encoded(sku) + change.map(done -> wanted(done.quantity())).orElse(""));
  }

  private void change(HttpServletRequest request, HttpServletResponse response, String sku) {
    int quantity = quantity(request);
    if (quantity == 0) {
      remove(response, sku);
      return;
    }
    QuantityChange change = carts.change(cart.owner(), sku, quantity);
    seeCart(response, "?changed=" + Format.encoded(sku) + wanted(change));
  }

  private void remove(HttpServletResponse response, String sku) {
    int held = carts.remove(cart.owner(), sku);
    seeCart(response, held == 0 ? "" : "?removed=" + Format.encoded(sku) + "&quantity=" + held);
  }

  private void save(HttpServletResponse response, String sku) {
    int pieces = later.save(cart.owner(), sku);
    seeCart(response, pieces == 0 ? "" : "?saved=" + Format.encoded(sku));
  }

  private void move(HttpServletResponse response, String sku) {
    QuantityChange change = later.moveToCart(cart.owner(), sku);
    seeCart(response, "?added=" + Format.encoded(sku) + wanted(change));
  }

  private void discard(HttpServletResponse response, String sku) {
    int pieces = later.discard(cart.owner(), sku);
    seeCart(response, pieces == 0 ? "" : "?discarded=" + Format.encoded(sku));
  }

  private void acknowledge(HttpServletResponse response) {
    carts.acknowledge(cart.owner());
    seeCart(response, "");
  }

  /** The SKU itself, or the one that a product's chosen options make. */
  private Optional<String> chosenSku(HttpServletRequest request) {
    return ChosenVariant.sku(request)
        .or(
            () ->
                ChosenVariant.product(request)
                    .flatMap(product -> catalog.skuOf(product, ChosenVariant.values(request))));
  }

  private static String required(String sku) {
    if (sku == null || sku.isBlank()) {
      throw new UnknownSkuException("");
    }
    return sku;
  }

  private static int quantity(HttpServletRequest request) {
    String text = request.getParameter("quantity");
    return text == null || text.isBlank() ? 1 : Integer.parseInt(text.strip());
  }

  private static String wanted(QuantityChange change) {
    return change.isReduced() ? "&wanted=" + change.wanted() : "";
  }

  private void seeCart(HttpServletResponse response, String query) {
    SeeOther.answer(response, language.getBase() + "/cart" + query);
  }
}
