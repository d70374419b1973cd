package shop.emporium.web.wishlist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import shop.emporium.domain.wishlist.Wishlist;
import shop.emporium.ejb.catalog.CatalogService;
import shop.emporium.ejb.wishlist.WishView;
import shop.emporium.ejb.wishlist.WishlistView;

/**
 * Says what the address of a list's page tells of the last change. Anybody can write an address, so
 * each claim is checked against the list or the catalogue.
 */
@RequestScoped
class WishNotices {

  private static final int LONGEST_SKU = 100;

  @Inject private CatalogService catalog;
  @Inject private HttpServletRequest request;

  List<WishNotice> about(WishlistView view) {
    return Stream.of(added(view), removed(view), moved(), kept(), problem())
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<WishNotice> added(WishlistView view) {
    return sku("added")
        .flatMap(sku -> view.wishes().stream().filter(wish -> wish.sku().equals(sku)).findFirst())
        .map(WishView::name)
        .map(name -> WishNotice.of("good", "wish.notice.added", name));
  }

  private Optional<WishNotice> removed(WishlistView view) {
    return sku("removed")
        .filter(sku -> view.wishes().stream().noneMatch(wish -> wish.sku().equals(sku)))
        .flatMap(
            sku ->
                catalog
                    .nameOf(sku)
                    .map(
                        name ->
                            new WishNotice("good", "wish.notice.removed", name, null, sku, false)));
  }

  private Optional<WishNotice> moved() {
    return number("moved")
        .map(count -> new WishNotice("good", "wish.notice.moved", count, null, null, true));
  }

  private Optional<WishNotice> kept() {
    return number("kept").map(count -> WishNotice.of("warn", "wish.notice.kept", count));
  }

  private Optional<WishNotice> problem() {
    String code = request.getParameter("problem");
    if ("full".equals(code)) {
      return Optional.of(WishNotice.of("bad", "wish.problem.full", Wishlist.MAX_WISHES));
    }
    if ("sold-out".equals(code)) {
      return Optional.of(WishNotice.of("bad", "wish.problem.sold-out", null));
    }
    if ("cart-full".equals(code)) {
      return Optional.of(WishNotice.of("bad", "wish.problem.cart-full", null));
    }
    return "unknown".equals(code)
        ? Optional.of(WishNotice.of("bad", "wish.problem.unknown", null))
        : Optional.empty();
  }

  private Optional<String> sku(String parameter) {
    return Optional.ofNullable(request.getParameter(parameter))
        .filter(sku -> !sku.isBlank() && sku.length() <= LONGEST_SKU);
  }

  private Optional<Integer> number(String parameter) {
    return Optional.ofNullable(request.getParameter(parameter))
        .filter(text -> text.matches("[0-9]{1,3}"))
        .map(Integer::valueOf)
        .filter(number -> number > 0 && number <= Wishlist.MAX_WISHES);
  }
}
