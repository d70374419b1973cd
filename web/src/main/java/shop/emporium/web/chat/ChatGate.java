package shop.emporium.web.chat;

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
import java.util.Optional;
import shop.emporium.ejb.cart.CartOwner;
import shop.emporium.ejb.cart.CartService;
import shop.emporium.ejb.chat.ChatKeys;
import shop.emporium.ejb.chat.ChatOwner;
import shop.emporium.ejb.customer.SignedIn;
import shop.emporium.web.cart.CartCookie;
import shop.emporium.web.customer.CurrentCustomer;
import shop.emporium.web.customer.StaffGuard;
import shop.emporium.web.shared.SameOriginFilter;

/**
 * Who may open a socket of the chat, and who that is: a handshake is the one moment at which
 * cookies and origin are seen, and at which a refusal has a status that nginx understands.
 */
@WebFilter("/chat")
public class ChatGate extends HttpFilter {

  @Inject private transient ChatSockets sockets;
  @Inject private transient CurrentCustomer current;
  @Inject private transient StaffGuard staff;
  @Inject private transient ChatKeys keys;
  @Inject private transient CartService carts;

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
    } else if ("agent".equals(request.getParameter("as"))) {
      letAgentIn(request, response, chain);
    } else {
      letShopperIn(request, response, chain);
    }
  }

  private void letAgentIn(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (current.find().isEmpty()) {
      refuse(response, 401, "Sign in first.");
    } else if (!staff.isHere()) {
      refuse(response, 403, "For people who work here.");
    } else {
      letIn(request, response, chain, Optional.empty(), true);
    }
  }

  private void letShopperIn(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<Long> customer = current.find().map(SignedIn::customer);
    Optional<Long> visitor = ChatCookie.read(request).flatMap(keys::visitorOf);
    if (customer.isEmpty() && visitor.isEmpty()) {
      refuse(response, 401, "Nobody is known by this. POST /api/v1/chat first.");
    } else {
      letIn(request, response, chain, Optional.of(new ChatOwner(customer, visitor)), false);
    }
  }

  private void letIn(
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain,
      Optional<ChatOwner> owner,
      boolean isAgent)
      throws IOException, ServletException {
    String language = "de".equals(request.getParameter("lang")) ? "de" : "en";
    ChatVisitor visitor =
        new ChatVisitor(
            current.find(), owner, isAgent, cart(request), request.getRemoteAddr(), language);
    chain.doFilter(new Known(request, visitor), response);
  }

  /** Asked for at each page that a guest opens, so that agents see what is in it. */
  private Optional<Long> cart(HttpServletRequest request) {
    return current.find().isPresent()
        ? Optional.empty()
        : CartCookie.read(request).flatMap(key -> carts.id(CartOwner.guest(Optional.of(key))));
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

    private final ChatVisitor visitor;

    Known(HttpServletRequest request, ChatVisitor visitor) {
      super(request);
      this.visitor = visitor;
    }

    @Override
    public Principal getUserPrincipal() {
      return visitor;
    }
  }
}
