package shop.emporium.web.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;
import shop.emporium.ejb.customer.SignInWatch;
import shop.emporium.web.shared.Heartbeat;

/** Looks after the sockets of this node. What is private is checked again when it is sent. */
@ApplicationScoped
public class LiveHeartbeat extends Heartbeat<LiveSocket> {

  @Inject private LiveSockets sockets;
  @Inject private OfferPush offers;
  @Inject private SignInWatch signIns;

  @Override
  protected Set<LiveSocket> all() {
    return sockets.all();
  }

  @Override
  protected void remove(LiveSocket socket) {
    sockets.remove(socket);
  }

  @Override
  protected Set<Long> holding(Collection<Long> ids) {
    return signIns.holding(ids);
  }

  @Override
  protected void leaveOff() {
    offers.rest();
  }
}
