package shop.emporium.web.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;

/**
 * The outermost filter: turns away what no handler should have to think of, and ends in words what
 * went wrong further in.
 *
 * <p>Declared in web.xml, since it must come first. A text with a null byte cannot be stored by
 * PostgreSQL and is never meant well, in a path as little as in a parameter.
 */
public class RequestGuardFilter extends HttpFilter {

  private static final Logger LOG = System.getLogger(RequestGuardFilter.class.getName());

  /**
   * Faces renders a page for whatever method it is asked by; a page is read or sent a form, nothing
   * else.
   */
  private static final Set<String> PAGE_METHODS = Set.of("GET", "HEAD", "POST", "OPTIONS");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      if (isMalformed(request)) {
        Refusal.send(
            request,
            response,
            Problem.badRequest("The address holds characters that cannot stand there."));
        return;
      }
      if (!PAGE_METHODS.contains(request.getMethod()) && !Refusal.isForPrograms(request)) {
        response.setHeader("Allow", "GET, HEAD, POST, OPTIONS");
        Refusal.send(request, response, Problem.ofStatus(405));
        return;
      }
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException failure) {
      if (response.isCommitted()) {
        throw failure;
      }
      response.reset();
      boolean databaseAway =
          DatabaseFailure.isBehind(failure) || DatabaseFailure.isBehind(rootOf(failure));
      if (databaseAway) {
        LOG.log(Level.WARNING, "The database is away: {0}", rootOf(failure).getMessage());
        response.setHeader("Retry-After", "5");
      } else {
        LOG.log(Level.ERROR, "A request failed for a reason of ours", failure);
      }
      Refusal.send(request, response, Problem.ofStatus(databaseAway ? 503 : 500));
    }
  }

  private static Throwable rootOf(Exception failure) {
    return failure instanceof ServletException wrapped && wrapped.getRootCause() != null
        ? wrapped.getRootCause()
        : failure;
  }

  private static boolean isMalformed(HttpServletRequest request) {
    return hasNull(request.getRequestURI())
        || hasNull(request.getPathInfo())
        || hasNull(request.getServletPath())
        || (request.getQueryString() != null && request.getQueryString().contains("%00"))
        || request.getRequestURI().contains("%00");
  }

  private static boolean hasNull(String text) {
    return text != null && text.indexOf('\0') >= 0;
  }
}
