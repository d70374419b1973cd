package shop.emporium.web.customer;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import shop.emporium.domain.shared.Secret;

/**
 * The cookie of a browser whose visitor has proved the password and looks for the phone. It stands
 * for that for five minutes, on any node, and is of no use without a code.
 */
final class StepCookie {

  private static final String NAME = "step";
  private static final int LIFETIME_SECONDS = 300;

  private StepCookie() {}

  static Optional<String> read(HttpServletRequest request) {
    Stream<Cookie> cookies =
        request.getCookies() == null ? Stream.of() : Arrays.stream(request.getCookies());
    return cookies
        .filter(cookie -> cookie.getName().equals(NAME))
        .map(Cookie::getValue)
        .findFirst();
  }

  static void write(HttpServletRequest request, HttpServletResponse response, Secret challenge) {
    response.addCookie(cookie(request, challenge.value(), LIFETIME_SECONDS));
  }

  static void clear(HttpServletRequest request, HttpServletResponse response) {
    response.addCookie(cookie(request, "", 0));
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
