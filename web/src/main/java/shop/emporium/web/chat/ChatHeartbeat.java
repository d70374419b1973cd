package shop.emporium.web.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import shop.emporium.ejb.customer.SignInWatch;
import shop.emporium.web.shared.Heartbeat;
import shop.emporium.web.shared.SocketClose;

/**
 * Looks after the sockets of this node: ends shoppers' that are idle, too, and tells them when
 * there is somebody to answer, or nobody any more.
 */
@ApplicationScoped
public class ChatHeartbeat extends Heartbeat<ChatSocket> {

  @Inject private ChatSockets sockets;
  @Inject private ChatPresence presences;
  @Inject private ChatPush push;
  @Inject private SignInWatch signIns;
  @Inject private ShownPresence shown;

  @Override
  protected Set<ChatSocket> all() {
    return sockets.all();
  }

  @Override
  protected void remove(ChatSocket socket) {
    presences.leave(socket);
  }

  @Override
  protected Set<Long> holding(Collection<Long> ids) {
    return signIns.holding(ids);
  }

  @Override
  protected Optional<SocketClose> fault(ChatSocket socket, long now) {
    return socket.isIdle(now) && !socket.visitor().isAgent()
        ? Optional.of(ChatClose.IDLE)
        : Optional.empty();
  }

  @Override
  protected void lookAround() {
    tellPresence();
  }

  @Override
  protected void lookThoroughly() {
    push.lookAgain();
    presences.repair();
  }

  @Override
  protected void leaveOff() {
    presences.repair();
  }

  private void tellPresence() {
    String frame = ChatFrames.agents(shown.now());
    for (ChatSocket socket : sockets.all()) {
      if (!socket.visitor().isAgent()) {
        socket.tellState("agents", frame);
      }
    }
  }
}
