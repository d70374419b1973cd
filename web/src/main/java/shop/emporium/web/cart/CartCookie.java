package shop.emporium.web.cart;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import shop.emporium.domain.cart.Cart;
import shop.emporium.domain.cart.CartToken;
import shop.emporium.web.shared.PrivateCookie;

/**
 * The cookie that opens a guest's cart: out of reach of scripts, and not sent along by other sites'
 * forms.
 */
public final class CartCookie {

  private static final PrivateCookie COOKIE = new PrivateCookie("cart", Cart.LIFETIME);

  private CartCookie() {}

  /** The token that the browser sent, if it is one. */
  public static Optional<CartToken> read(HttpServletRequest request) {
    return COOKIE.values(request).flatMap(value -> CartToken.parse(value).stream()).findFirst();
  }

  /** Gives the browser its token, or again, so that an active cart's cookie does not run out. */
  public static void write(
      HttpServletRequest request, HttpServletResponse response, CartToken token) {
    COOKIE.write(request, response, token.value());
  }
}
