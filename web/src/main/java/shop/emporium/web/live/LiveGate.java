package shop.emporium.web.live;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Locale;
import shop.emporium.web.cart.CartCookie;
import shop.emporium.web.customer.CurrentCustomer;
import shop.emporium.web.shared.SameOriginFilter;

/**
 * Who may open a socket, and who that is. The handshake is the one moment at which cookies and
 * origin are seen, and at which a refusal has a status that nginx understands: 503 sends the
 * browser to another node.
 *
 * <p>A browser sends its cookies along whatever page opens the socket, so pages of other sites are
 * refused here.
 */
@WebFilter("/live")
public class LiveGate extends HttpFilter {

  @Inject private transient LiveSockets sockets;
  @Inject private transient CurrentCustomer current;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String address = request.getRemoteAddr();
    if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
      response.setHeader("Upgrade", "websocket");
      refuse(response, 426, "This address speaks WebSocket only.");
    } else if (!SameOriginFilter.comesFromHere(request)) {
      refuse(response, 403, "This connection was asked for by another site.");
    } else if (sockets.isCrowded(address)) {
      response.setHeader("Retry-After", "60");
      refuse(response, 429, "Too many connections from this address.");
    } else if (sockets.isFull()) {
      response.setHeader("Retry-After", "60");
      refuse(response, 503, "Too many connections.");
    } else {
      LiveVisitor visitor =
          new LiveVisitor(current.find(), CartCookie.read(request), address, language(request));
      chain.doFilter(new Known(request, visitor), response);
    }
  }

  private static Locale language(HttpServletRequest request) {
    return "de".equals(request.getParameter("lang")) ? Locale.GERMAN : Locale.ENGLISH;
  }

  private static void refuse(HttpServletResponse response, int status, String words)
      throws IOException {
    response.setStatus(status);
    response.setContentType("text/plain;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().println(words);
  }

  /** The request of somebody who is known. */
  private static final class Known extends HttpServletRequestWrapper {

    private final LiveVisitor visitor;

    Known(HttpServletRequest request, LiveVisitor visitor) {
      super(request);
      this.visitor = visitor;
    }

    @Override
    public Principal getUserPrincipal() {
      return visitor;
    }
  }
}
