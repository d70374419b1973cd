package shop.emporium.web.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import shop.emporium.ejb.customer.Caller;

/**
 * Somebody who asks for a socket, and what is answered.
 *
 * @param response is written by {@link #refuse}
 * @param chain leads to the socket
 */
public record Handshake(
    HttpServletRequest request, HttpServletResponse response, FilterChain chain) {

  private static final RefusalLog REFUSALS = new RefusalLog(Handshake.class);

  /** From which network address. */
  public String address() {
    return request.getRemoteAddr();
  }

  /** Which addresses count as one with this. */
  String network() {
    return Caller.of(address(), "").network();
  }

  /** The language of the page, {@code de} or {@code en}. */
  public String language() {
    return "de".equals(request.getParameter("lang")) ? "de" : "en";
  }

  /**
   * Opens the socket for somebody who is known.
   *
   * @param visitor whom the socket is told as its principal: the one thing that a container hands
   *     from a handshake to its socket without mixing up two at once
   */
  public void letIn(Principal visitor) throws IOException, ServletException {
    chain.doFilter(
        new HttpServletRequestWrapper(request) {
          @Override
          public Principal getUserPrincipal() {
            return visitor;
          }
        },
        response);
  }

  /** Opens none, and says why, also in the log. */
  public void refuse(int status, String words) throws IOException {
    REFUSALS.tell("A connection to " + request.getServletPath(), address(), status + " " + words);
    response.setStatus(status);
    response.setContentType("text/plain;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().println(words);
  }

  /** Opens none for now. */
  void refuseForAMinute(int status, String words) throws IOException {
    response.setHeader("Retry-After", "60");
    refuse(status, words);
  }
}
