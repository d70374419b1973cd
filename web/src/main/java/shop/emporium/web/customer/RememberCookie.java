package shop.emporium.web.customer;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import shop.emporium.domain.customer.RememberToken;
import shop.emporium.domain.customer.SignIn;

/**
 * The cookie of a browser that stays signed in: out of reach of scripts, and not sent along by
 * other sites' forms.
 */
final class RememberCookie {

  private static final String NAME = "remember";

  private RememberCookie() {}

  /** Whether the browser sent one, of whatever form. */
  static boolean isThere(HttpServletRequest request) {
    return values(request).findAny().isPresent();
  }

  /** The token that the browser sent, if it is one. */
  static Optional<RememberToken> read(HttpServletRequest request) {
    return values(request).flatMap(value -> RememberToken.parse(value).stream()).findFirst();
  }

  static void write(HttpServletRequest request, HttpServletResponse response, RememberToken token) {
    response.addCookie(
        cookie(request, token.value(), (int) SignIn.REMEMBERED_LIFETIME.toSeconds()));
  }

  static void clear(HttpServletRequest request, HttpServletResponse response) {
    response.addCookie(cookie(request, "", 0));
  }

  private static Stream<String> values(HttpServletRequest request) {
    Stream<Cookie> cookies =
        request.getCookies() == null ? Stream.of() : Arrays.stream(request.getCookies());
    return cookies.filter(cookie -> cookie.getName().equals(NAME)).map(Cookie::getValue);
  }

  private static Cookie cookie(HttpServletRequest request, String value, int seconds) {
    Cookie cookie = new Cookie(NAME, value);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Lax");
    cookie.setMaxAge(seconds);
    return cookie;
  }
}
