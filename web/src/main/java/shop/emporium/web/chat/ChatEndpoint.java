package shop.emporium.web.chat;

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
import java.util.Locale;
import java.util.Optional;
import shop.emporium.ejb.chat.AgentBoard;
import shop.emporium.ejb.chat.AssistantDesk;
import shop.emporium.ejb.customer.SignedIn;
import shop.emporium.web.shared.SocketClose;

/** One socket's edge: reads what the browser says, and passes it on. See docs/CHAT.md. */
@ServerEndpoint("/chat")
public class ChatEndpoint {

  private static final System.Logger LOG = System.getLogger(ChatEndpoint.class.getName());

  @Inject private ChatSockets sockets;
  @Inject private ChatHeartbeat heartbeat;
  @Inject private ChatPresence presences;
  @Inject private QueuePush queue;
  @Inject private AgentBoard agents;
  @Inject private ShownPresence shown;
  @Inject private AssistantDesk assistant;
  @Inject private ShopperTalk shoppers;
  @Inject private AgentTalk staff;

  private ChatSocket socket;

  @OnOpen
  public void open(Session session) {
    ChatSocket opened =
        new ChatSocket(session, (ChatVisitor) session.getUserPrincipal(), System.nanoTime());
    if (!sockets.add(opened)) {
      opened.close(SocketClose.FULL);
      return;
    }
    socket = opened;
    heartbeat.begin();
    ChatVisitor visitor = socket.visitor();
    if (visitor.isAgent()) {
      socket.tell(ChatFrames.hello(visitor, agents.presence(), Optional.empty()));
      presences.enter(socket);
      queue.wake();
    } else {
      socket.tell(
          ChatFrames.hello(
              visitor,
              shown.now(),
              Optional.of(
                  assistant.greet(
                      visitor.person().map(SignedIn::customer),
                      Locale.forLanguageTag(visitor.language())))));
    }
  }

  @OnMessage(maxMessageSize = ChatLimits.FRAME_BYTES)
  public void hear(String text) {
    long now = System.nanoTime();
    if (socket == null || !socket.maySay(text, ChatLimits.FRAME_BYTES, now)) {
      return;
    }
    socket.spoke(now);
    try {
      ChatFrame frame = ChatFrame.parse(text);
      if (socket.visitor().isAgent()) {
        staff.hear(socket, frame);
      } else {
        shoppers.hear(socket, frame);
      }
    } catch (ChatFrame.Refused refused) {
      socket.close(refused.reason());
    }
  }

  @OnMessage(maxMessageSize = ChatLimits.FRAME_BYTES)
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
      presences.leave(socket);
      heartbeat.restIfEmpty();
    }
  }

  /** Browsers leave in all manners; the container closes the socket after each fault. */
  @OnError
  public void fail(Throwable fault) {
    LOG.log(Level.DEBUG, "A socket failed", fault);
  }
}
