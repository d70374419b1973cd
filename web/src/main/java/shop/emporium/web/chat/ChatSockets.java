package shop.emporium.web.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import shop.emporium.web.shared.SocketIndex;

/**
 * The sockets of this node, and which conversations each looks at. When the node stops or suspends,
 * its container closes them all as going away (1001).
 */
@ApplicationScoped
public class ChatSockets {

  @Inject private ChatLimits limits;

  private final Set<ChatSocket> all = ConcurrentHashMap.newKeySet();
  private final SocketIndex<String, ChatSocket> networks = new SocketIndex<>();
  private final SocketIndex<Long, ChatSocket> conversations = new SocketIndex<>();
  private final SocketIndex<Long, ChatSocket> agents = new SocketIndex<>();

  boolean isFull() {
    return all.size() >= limits.sockets();
  }

  /** Whether this network holds as many sockets as an address may. */
  boolean isCrowded(String network) {
    return networks.count(network) >= limits.perAddress();
  }

  /** Takes a socket in, unless there are too many: several handshakes may pass the gate at once. */
  boolean add(ChatSocket socket) {
    String network = socket.visitor().network();
    if (isFull() || isCrowded(network)) {
      return false;
    }
    all.add(socket);
    networks.add(network, socket);
    if (socket.visitor().isAgent()) {
      agents.add(socket.visitor().agent(), socket);
    }
    return true;
  }

  /** Returns whether it was there. */
  boolean remove(ChatSocket socket) {
    if (!all.remove(socket)) {
      return false;
    }
    networks.remove(socket.visitor().network(), socket);
    if (socket.visitor().isAgent()) {
      agents.remove(socket.visitor().agent(), socket);
    }
    synchronized (socket) {
      socket.conversations().forEach(conversation -> conversations.remove(conversation, socket));
    }
    return true;
  }

  /** Has a socket look at a conversation, from the message after this one on. */
  void look(ChatSocket socket, long conversation, int after) {
    synchronized (socket) {
      if (all.contains(socket)) {
        makeRoom(socket, conversation);
        socket.look(conversation, after);
        conversations.add(conversation, socket);
      }
    }
  }

  /** The one that was opened first is least likely to be looked at still. */
  private void makeRoom(ChatSocket socket, long conversation) {
    boolean isOneMore = socket.sent(conversation) < 0;
    if (isOneMore && socket.conversations().size() >= most(socket)) {
      socket.oldest().ifPresent(oldest -> leave(socket, oldest));
    }
  }

  private static int most(ChatSocket socket) {
    return socket.visitor().isAgent()
        ? ChatLimits.CONVERSATIONS
        : ChatLimits.CONVERSATIONS_OF_SHOPPER;
  }

  /** Has a socket look at a conversation no more. */
  void leave(ChatSocket socket, long conversation) {
    synchronized (socket) {
      socket.leave(conversation);
      conversations.remove(conversation, socket);
    }
  }

  Set<ChatSocket> all() {
    return all;
  }

  boolean contains(ChatSocket socket) {
    return all.contains(socket);
  }

  /** Those that look at a conversation. */
  Set<ChatSocket> lookingAt(long conversation) {
    return conversations.of(conversation);
  }

  /** The conversations that somebody looks at here. */
  Set<Long> conversations() {
    return conversations.keys();
  }

  Set<ChatSocket> ofAgent(long agent) {
    return agents.of(agent);
  }

  /** The agents who are connected to this node. */
  Set<Long> agents() {
    return Set.copyOf(agents.keys());
  }

  /** Those of shoppers who look at no conversation: nothing was said yet. */
  Set<ChatSocket> idle() {
    return all.stream()
        .filter(socket -> !socket.visitor().isAgent() && socket.conversations().isEmpty())
        .collect(Collectors.toSet());
  }

  /** Whether the shopper of a conversation is connected to this node. */
  boolean hasShopper(long conversation) {
    return lookingAt(conversation).stream().anyMatch(socket -> !socket.visitor().isAgent());
  }
}
