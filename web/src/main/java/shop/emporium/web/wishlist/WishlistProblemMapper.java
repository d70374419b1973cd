package shop.emporium.web.wishlist;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import shop.emporium.domain.wishlist.Wishlist;
import shop.emporium.ejb.wishlist.StockAlertService;
import shop.emporium.ejb.wishlist.WishlistException;
import shop.emporium.web.shared.Problem;

/** Tells by a problem why something about wishes cannot be done. */
@Provider
public class WishlistProblemMapper implements ExceptionMapper<WishlistException> {

  @Override
  public Response toResponse(WishlistException refused) {
    return problem(refused).toResponse();
  }

  private static Problem problem(WishlistException refused) {
    String title = refused.getMessage();
    return switch (refused.getFault()) {
      case UNKNOWN -> Problem.notFound("There is no such list or wish in this account.");
      case UNKNOWN_ARTICLE -> Problem.notFound("No such article is sold here.");
      case LIST_FULL ->
          Problem.of(
              409, "wishlist-full", title, "A list holds " + Wishlist.MAX_WISHES + " wishes.");
      case TOO_MANY_LISTS ->
          Problem.of(
              409,
              "too-many-wishlists",
              title,
              "A customer has at most " + Wishlist.MAX_LISTS + " lists.");
      case NAME_TAKEN -> Problem.of(409, "name-taken", title, "Choose another name.");
      case DEFAULT_LIST ->
          Problem.of(409, "default-wishlist", title, "It can be renamed and emptied.");
      case IN_STOCK -> Problem.of(409, "in-stock", title, "Put it into the cart.");
      case TOO_MANY_ALERTS ->
          Problem.of(
              409,
              "too-many-alerts",
              title,
              "At most " + StockAlertService.MAX_WAITING + " wait at a time.");
      case LINK ->
          Problem.of(410, "link-unusable", title, "It ran out, or the address was forgotten.");
    };
  }
}
