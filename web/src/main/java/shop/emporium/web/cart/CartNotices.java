package shop.emporium.web.cart;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import shop.emporium.domain.cart.Cart;
import shop.emporium.ejb.cart.CartLineView;
import shop.emporium.ejb.cart.CartView;
import shop.emporium.ejb.catalog.CatalogService;

/**
 * Says what the address of the cart's page tells of the last change.
 *
 * <p>Anybody can write an address, so each claim is checked against the cart or the catalogue, and
 * what does not fit is passed over in silence.
 */
@RequestScoped
class CartNotices {

  private static final int LONGEST_SKU = 100;
  private static final Map<String, String> PROBLEMS =
      Map.of(
          "unknown", "cart.problem.unknown",
          "full", "cart.problem.full",
          "saved-full", "cart.problem.saved-full",
          "quantity", "cart.problem.quantity",
          "options", "cart.problem.options");

  @Inject private CatalogService catalog;
  @Inject private HttpServletRequest request;

  List<CartNotice> about(CartView cart) {
    return Stream.of(
            changed(cart, "added"),
            changed(cart, "changed"),
            removed(cart),
            saved(cart),
            discarded(cart),
            problem())
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<CartNotice> changed(CartView cart, String parameter) {
    return sku(parameter).flatMap(cart::line).map(line -> changed(line, parameter));
  }

  private CartNotice changed(CartLineView line, String parameter) {
    int wanted = number("wanted").filter(number -> number <= 2 * Cart.MAX_QUANTITY).orElse(0);
    if (wanted > line.quantity() && line.quantity() == Cart.MAX_QUANTITY) {
      return CartNotice.of("warn", "cart.notice.limit", line.name(), Cart.MAX_QUANTITY);
    }
    if (wanted > line.quantity() && !line.canGrow()) {
      return CartNotice.of("warn", "cart.notice.reduced", line.name(), line.quantity(), wanted);
    }
    return CartNotice.of(
        "good",
        parameter.equals("added") ? "cart.notice.added" : "cart.notice.changed",
        line.name(),
        line.quantity());
  }

  private Optional<CartNotice> removed(CartView cart) {
    return sku("removed")
        .filter(sku -> cart.line(sku).isEmpty())
        .flatMap(
            sku ->
                catalog
                    .nameOf(sku)
                    .map(name -> CartNotice.of("good", "cart.notice.removed", name))
                    .map(notice -> notice.undoneBy(sku, undoQuantity())));
  }

  private Optional<CartNotice> saved(CartView cart) {
    return sku("saved")
        .flatMap(cart::savedLine)
        .map(line -> CartNotice.of("good", "cart.notice.saved", line.name()));
  }

  private Optional<CartNotice> discarded(CartView cart) {
    return sku("discarded")
        .filter(sku -> cart.savedLine(sku).isEmpty())
        .flatMap(catalog::nameOf)
        .map(name -> CartNotice.of("good", "cart.notice.discarded", name));
  }

  private int undoQuantity() {
    return number("quantity").filter(number -> number <= Cart.MAX_QUANTITY).orElse(1);
  }

  private Optional<CartNotice> problem() {
    String code = request.getParameter("problem");
    if ("out-of-stock".equals(code)) {
      return sku("sku")
          .flatMap(catalog::nameOf)
          .map(name -> CartNotice.of("bad", "cart.problem.out-of-stock", name));
    }
    return Optional.ofNullable(code)
        .map(PROBLEMS::get)
        .map(key -> CartNotice.of("bad", key, Cart.MAX_QUANTITY, Cart.MAX_LINES, Cart.MAX_SAVED));
  }

  private Optional<String> sku(String parameter) {
    return Optional.ofNullable(request.getParameter(parameter))
        .filter(sku -> !sku.isBlank() && sku.length() <= LONGEST_SKU && sku.indexOf('\0') < 0);
  }

  private Optional<Integer> number(String parameter) {
    return Optional.ofNullable(request.getParameter(parameter))
        .filter(text -> text.matches("[0-9]{1,3}"))
        .map(Integer::valueOf)
        .filter(number -> number > 0);
  }
}
