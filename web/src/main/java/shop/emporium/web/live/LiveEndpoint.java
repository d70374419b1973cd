package shop.emporium.web.live;

import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import shop.emporium.web.shared.SocketClose;

/** One socket's edge: reads what the browser says, and passes it on. See docs/LIVE.md. */
@ServerEndpoint("/live")
public class LiveEndpoint {

  private static final System.Logger LOG = System.getLogger(LiveEndpoint.class.getName());

  @Inject private LiveSockets sockets;
  @Inject private LiveHeartbeat heartbeat;
  @Inject private VisitorPush visitors;
  @Inject private OfferPush offers;

  private LiveSocket socket;

  @OnOpen
  public void open(Session session) {
    LiveSocket opened =
        new LiveSocket(session, (LiveVisitor) session.getUserPrincipal(), System.nanoTime());
    if (!sockets.add(opened)) {
      opened.close(SocketClose.FULL);
      return;
    }
    socket = opened;
    heartbeat.begin();
    visitors.greet(opened);
  }

  @OnMessage(maxMessageSize = LiveLimits.MESSAGE_BYTES)
  public void hear(String text) {
    if (socket == null || !socket.maySay(text, LiveLimits.MESSAGE_BYTES, System.nanoTime())) {
      return;
    }
    try {
      offers.watch(socket, LiveMessage.parse(text).skus());
    } catch (LiveMessage.Refused refused) {
      socket.close(refused.reason());
    }
  }

  @OnMessage(maxMessageSize = LiveLimits.MESSAGE_BYTES)
  public void hear(ByteBuffer bytes) {
    if (socket != null) {
      socket.close(SocketClose.BINARY);
    }
  }

  @OnMessage
  public void hear(PongMessage alive) {
    if (socket != null) {
      socket.heard(System.nanoTime());
    }
  }

  @OnClose
  public void close(CloseReason reason) {
    if (socket != null) {
      socket.ended(reason);
      sockets.remove(socket);
      heartbeat.restIfEmpty();
    }
  }

  /** Browsers leave in all manners; the container closes the socket after each fault. */
  @OnError
  public void fail(Throwable fault) {
    LOG.log(Level.DEBUG, "A socket failed", fault);
  }
}
