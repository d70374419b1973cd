package shop.emporium.web.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Refuses what another site makes a visitor's browser send: a request that changes something must
 * come from a page of this shop.
 *
 * <p>Browsers say where a request comes from by {@code Sec-Fetch-Site} and {@code Origin}. A
 * program that says neither is no browser and carries nobody's cookies but its own, so it may pass.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SameOriginFilter extends HttpFilter {

  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (SAFE_METHODS.contains(request.getMethod()) || comesFromHere(request)) {
      chain.doFilter(request, response);
    } else {
      Refusal.send(
          request,
          response,
          Problem.of(
              403,
              "foreign-origin",
              "Refused",
              "This request came from another site. Open the shop and try again there."));
    }
  }

  /** Whether no other site made the browser send this, whatever its method. */
  public static boolean comesFromHere(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      return false;
    }
    String origin = request.getHeader("Origin");
    return origin == null || origin.equals(ownOrigin(request)) || isHidden(origin, site);
  }

  /** A page that tells nobody where it is ({@code no-referrer}) hides its origin from us too. */
  private static boolean isHidden(String origin, String site) {
    return origin.equals("null") && "same-origin".equals(site);
  }

  private static String ownOrigin(HttpServletRequest request) {
    return request.getScheme() + "://" + request.getHeader("Host");
  }
}
