package shop.emporium.web.customer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import shop.emporium.domain.shared.Secret;
import shop.emporium.web.shared.PrivateCookie;

/**
 * The cookie of a browser whose visitor has proved the password and looks for the phone. It stands
 * for that for five minutes, on any node, and is of no use without a code.
 */
final class StepCookie {

  private static final PrivateCookie COOKIE = new PrivateCookie("step", Duration.ofMinutes(5));

  private StepCookie() {}

  static Optional<String> read(HttpServletRequest request) {
    return COOKIE.values(request).findFirst();
  }

  static void write(HttpServletRequest request, HttpServletResponse response, Secret challenge) {
    COOKIE.write(request, response, challenge.value());
  }

  static void clear(HttpServletRequest request, HttpServletResponse response) {
    COOKIE.clear(request, response);
  }
}
