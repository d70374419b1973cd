package shop.emporium.web.wishlist;

import java.util.List;
import java.util.Locale;
import shop.emporium.ejb.wishlist.MovedToCart;

/**
 * What became of wishes that were to go into the cart.
 *
 * @param moved SKUs of what is in the cart now and no wish any more
 * @param kept what stays a wish
 */
public record MovedJson(List<String> moved, List<Kept> kept) {

  /**
   * A wish that stayed.
   *
   * @param code sold-out, not-sold or cart-full
   */
  public record Kept(String sku, String name, String code) {}

  static MovedJson of(MovedToCart result) {
    return new MovedJson(
        result.moved(),
        result.kept().stream()
            .map(
                one ->
                    new Kept(
                        one.sku(),
                        one.name(),
                        one.reason().name().toLowerCase(Locale.ROOT).replace('_', '-')))
            .toList());
  }
}
