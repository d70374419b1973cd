package shop.emporium.web.chat;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import shop.emporium.ejb.cart.CartOwner;
import shop.emporium.ejb.cart.CartService;
import shop.emporium.ejb.chat.ChatKeys;
import shop.emporium.ejb.chat.ChatOwner;
import shop.emporium.ejb.customer.SignedIn;
import shop.emporium.web.cart.CartCookie;
import shop.emporium.web.customer.CurrentCustomer;
import shop.emporium.web.customer.StaffGuard;
import shop.emporium.web.shared.Handshake;
import shop.emporium.web.shared.SocketGate;

/** Lets in who works here as an agent, and as shoppers those who are known by session or cookie. */
@WebFilter("/chat")
public class ChatGate extends SocketGate {

  @Inject private transient ChatSockets sockets;
  @Inject private transient CurrentCustomer current;
  @Inject private transient StaffGuard staff;
  @Inject private transient ChatKeys keys;
  @Inject private transient CartService carts;

  @Override
  protected boolean isCrowded(String network) {
    return sockets.isCrowded(network);
  }

  @Override
  protected boolean isFull() {
    return sockets.isFull();
  }

  @Override
  protected void meet(Handshake handshake) throws IOException, ServletException {
    if ("agent".equals(handshake.request().getParameter("as"))) {
      meetAgent(handshake);
    } else {
      meetShopper(handshake);
    }
  }

  private void meetAgent(Handshake handshake) throws IOException, ServletException {
    if (current.find().isEmpty()) {
      handshake.refuse(401, "Sign in first.");
    } else if (!staff.isHere()) {
      handshake.refuse(403, "For people who work here.");
    } else {
      letIn(handshake, Optional.empty(), true);
    }
  }

  private void meetShopper(Handshake handshake) throws IOException, ServletException {
    Optional<Long> customer = current.find().map(SignedIn::customer);
    Optional<Long> visitor = ChatCookie.read(handshake.request()).flatMap(keys::visitorOf);
    if (customer.isEmpty() && visitor.isEmpty()) {
      handshake.refuse(401, "Nobody is known by this. POST /api/v1/chat first.");
    } else {
      letIn(handshake, Optional.of(new ChatOwner(customer, visitor)), false);
    }
  }

  private void letIn(Handshake handshake, Optional<ChatOwner> owner, boolean isAgent)
      throws IOException, ServletException {
    handshake.letIn(
        new ChatVisitor(
            current.find(),
            owner,
            isAgent,
            cart(handshake.request()),
            handshake.address(),
            handshake.language()));
  }

  /** Asked for at each page that a guest opens, so that agents see what is in it. */
  private Optional<Long> cart(HttpServletRequest request) {
    return current.find().isPresent()
        ? Optional.empty()
        : CartCookie.read(request).flatMap(key -> carts.id(CartOwner.guest(Optional.of(key))));
  }
}
