package shop.emporium.web.shared;

import jakarta.faces.application.ViewExpiredException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.regex.Pattern;

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

  private static final Pattern MEDIA_TYPES =
      Pattern.compile("\\s*+[^/;,\\s]++/[^/;,\\s]++[^,]*+(,\\s*+[^/;,\\s]++/[^/;,\\s]++[^,]*+)*+");

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
      if (isFaultOfTheRequest(rootOf(failure))) {
        LOG.log(Level.DEBUG, "A request could not be read", failure);
        Refusal.send(request, response, Problem.ofStatus(400));
        return;
      }
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

  /**
   * A form of a page that is gone, more parameters than are taken, or ones that cannot be decoded.
   */
  private static boolean isFaultOfTheRequest(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 10; depth++) {
      if (cause instanceof ViewExpiredException
          || cause.getClass().getName().startsWith("io.undertow.util.")) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
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
        || request.getRequestURI().contains("%00")
        || request.getRequestURI().indexOf(';') >= 0
        || isForgedPostback(request)
        || !isAcceptable(request.getHeader("Accept"));
  }

  /**
   * Faces' own parameters come with its forms, by POST; in an address they are somebody's
   * experiment.
   */
  private static boolean isForgedPostback(HttpServletRequest request) {
    return request.getQueryString() != null && request.getQueryString().contains("jakarta.faces.");
  }

  /** A list of media types, as browsers and programs send it; Faces stumbles over anything else. */
  private static boolean isAcceptable(String accept) {
    return accept == null || accept.isBlank() || MEDIA_TYPES.matcher(accept).matches();
  }

  private static boolean hasNull(String text) {
    return text != null && text.indexOf('\0') >= 0;
  }
}
