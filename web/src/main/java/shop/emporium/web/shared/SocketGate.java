package shop.emporium.web.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Who may open a socket, and who that is. The handshake is the one moment at which cookies and
 * origin are seen, and at which a refusal has a status that nginx understands: 503 sends the
 * browser to another node.
 *
 * <p>A browser sends its cookies along whatever page opens the socket, so pages of other sites are
 * refused here.
 */
public abstract class SocketGate extends HttpFilter {

  /** Whether a network holds as many sockets as an address may. */
  protected abstract boolean isCrowded(String network);

  /** Whether this node holds as many sockets as it may. */
  protected abstract boolean isFull();

  /** Lets somebody in for whom there is room, or refuses who is not known. */
  protected abstract void meet(Handshake handshake) throws IOException, ServletException;

  @Override
  protected final void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Handshake handshake = new Handshake(request, response, chain);
    if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
      response.setHeader("Upgrade", "websocket");
      handshake.refuse(426, "This address speaks WebSocket only.");
    } else if (!SameOriginFilter.comesFromHere(request)) {
      handshake.refuse(403, "This connection was asked for by another site.");
    } else if (isCrowded(handshake.network())) {
      handshake.refuseForAMinute(429, "Too many connections from this address.");
    } else if (isFull()) {
      handshake.refuseForAMinute(503, "Too many connections.");
    } else {
      meet(handshake);
    }
  }
}
