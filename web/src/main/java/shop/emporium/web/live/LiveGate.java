package shop.emporium.web.live;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import java.io.IOException;
import java.util.Locale;
import shop.emporium.web.cart.CartCookie;
import shop.emporium.web.customer.CurrentCustomer;
import shop.emporium.web.shared.Handshake;
import shop.emporium.web.shared.SocketGate;

/** Lets everybody listen: customers are known by the session, guests by the cart's cookie. */
@WebFilter("/live")
public class LiveGate extends SocketGate {

  @Inject private transient LiveSockets sockets;
  @Inject private transient CurrentCustomer current;

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
    handshake.letIn(
        new LiveVisitor(
            current.find(),
            CartCookie.read(handshake.request()),
            handshake.address(),
            Locale.forLanguageTag(handshake.language())));
  }
}
