package shop.emporium.web.customer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import shop.emporium.domain.customer.RememberToken;
import shop.emporium.domain.customer.SignIn;
import shop.emporium.web.shared.PrivateCookie;

/**
 * The cookie of a browser that stays signed in: out of reach of scripts, and not sent along by
 * other sites' forms.
 */
final class RememberCookie {

  private static final PrivateCookie COOKIE =
      new PrivateCookie("remember", SignIn.REMEMBERED_LIFETIME);

  private RememberCookie() {}

  /** Whether the browser sent one, of whatever form. */
  static boolean isThere(HttpServletRequest request) {
    return COOKIE.values(request).findAny().isPresent();
  }

  /** The token that the browser sent, if it is one. */
  static Optional<RememberToken> read(HttpServletRequest request) {
    return COOKIE.values(request).flatMap(value -> RememberToken.parse(value).stream()).findFirst();
  }

  static void write(HttpServletRequest request, HttpServletResponse response, RememberToken token) {
    COOKIE.write(request, response, token.value());
  }

  static void clear(HttpServletRequest request, HttpServletResponse response) {
    COOKIE.clear(request, response);
  }
}
