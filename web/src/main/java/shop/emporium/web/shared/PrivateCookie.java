package shop.emporium.web.shared;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * A cookie that only the shop reads: out of reach of scripts, not sent along by other sites' forms,
 * and under TLS never without it.
 *
 * @param lifetime how long a browser keeps it after each writing
 */
public record PrivateCookie(String name, Duration lifetime) {

  /** What the browser sent under this name; more than one value is a program's play. */
  public Stream<String> values(HttpServletRequest request) {
    Stream<Cookie> cookies =
        request.getCookies() == null ? Stream.of() : Arrays.stream(request.getCookies());
    return cookies.filter(cookie -> cookie.getName().equals(name)).map(Cookie::getValue);
  }

  /** Has the browser keep a value, or keep it anew. */
  public void write(HttpServletRequest request, HttpServletResponse response, String value) {
    send(request, response, value, (int) lifetime.toSeconds());
  }

  /** Takes it from the browser. */
  public void clear(HttpServletRequest request, HttpServletResponse response) {
    send(request, response, "", 0);
  }

  private void send(
      HttpServletRequest request, HttpServletResponse response, String value, int seconds) {
    Cookie cookie = new Cookie(name, value);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Lax");
    cookie.setMaxAge(seconds);
    response.addCookie(cookie);
  }
}
