package shop.emporium.web.cart;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import shop.emporium.domain.cart.Cart;
import shop.emporium.domain.cart.CartToken;

/**
 * The cookie that opens a guest's cart: out of reach of scripts, and not sent along by other sites'
 * forms.
 */
public final class CartCookie {

  private static final String NAME = "cart";

  private CartCookie() {}

  /** The token that the browser sent, if it is one. */
  public static Optional<CartToken> read(HttpServletRequest request) {
    Stream<Cookie> cookies =
        request.getCookies() == null ? Stream.of() : Arrays.stream(request.getCookies());
    return cookies
        .filter(cookie -> cookie.getName().equals(NAME))
        .map(Cookie::getValue)
        .flatMap(value -> CartToken.parse(value).stream())
        .findFirst();
  }

  /** Gives the browser its token, or again, so that an active cart's cookie does not run out. */
  public static void write(
      HttpServletRequest request, HttpServletResponse response, CartToken token) {
    Cookie cookie = new Cookie(NAME, token.value());
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Lax");
    cookie.setMaxAge((int) Cart.LIFETIME.toSeconds());
    response.addCookie(cookie);
  }
}
