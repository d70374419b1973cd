package shop.emporium.web.chat;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import shop.emporium.domain.chat.ConversationStatus;
import shop.emporium.domain.chat.Sender;
import shop.emporium.ejb.chat.AgentBoard;
import shop.emporium.ejb.chat.ChatDesk;
import shop.emporium.ejb.chat.ChatLine;
import shop.emporium.ejb.chat.MarkKeeper;
import shop.emporium.ejb.chat.Presence;
import shop.emporium.ejb.chat.QueueBoard;
import shop.emporium.ejb.chat.TalkHead;
import shop.emporium.ejb.chat.TalkReader;

/**
 * Tells the sockets of this node what is said in the conversations that they look at, and how these
 * stand: each from the message on that it was sent last, so that nothing is told twice or left out.
 * For one thread at a time.
 */
@ApplicationScoped
class TalkTeller {

  @Resource private ManagedExecutorService executor;
  @Inject private ChatSockets sockets;
  @Inject private ChatPresence presences;
  @Inject private TalkReader reader;
  @Inject private AgentBoard agents;
  @Inject private QueueBoard queue;
  @Inject private MarkKeeper marks;
  @Inject private ChatDesk desk;

  private final Set<Long> inQueue = ConcurrentHashMap.newKeySet();

  /** Conversations that wait, of whom somebody here is told the place. */
  Set<Long> waiting() {
    return inQueue;
  }

  /**
   * Lets sockets look at these conversations, and tells all that do what they were not told yet.
   *
   * @param fresh sockets that want to look at a conversation
   * @return those of which there is more to tell
   */
  Set<Long> tell(Collection<Long> conversations, Map<Long, List<Opening>> fresh) {
    Map<Long, TalkHead> heads = reader.heads(conversations);
    for (Long conversation : conversations) {
      fresh
          .getOrDefault(conversation, List.of())
          .forEach(opening -> look(opening, heads.get(conversation)));
    }
    Map<Long, List<ChatLine>> lines = reader.since(shown(heads));
    Map<Long, Integer> places = placesOf(heads);
    Map<Long, Presence> ready = agents.presences();
    Set<Long> more = new HashSet<>();
    heads.forEach(
        (conversation, head) -> {
          List<ChatLine> said = lines.getOrDefault(conversation, List.of());
          List<Opening> openings = fresh.getOrDefault(conversation, List.of());
          tell(head, said, places.getOrDefault(conversation, 0), ready, socketsOf(openings));
          resume(head, openings);
          if (said.size() == TalkReader.PAGE) {
            more.add(conversation);
          }
        });
    return more;
  }

  /** Up to which message all who look at a conversation were told; without those who know all. */
  private Map<Long, Integer> shown(Map<Long, TalkHead> heads) {
    Map<Long, Integer> shown = new HashMap<>();
    heads.forEach(
        (conversation, head) ->
            sockets.lookingAt(conversation).stream()
                .mapToInt(socket -> socket.sent(conversation))
                .filter(number -> number >= 0 && number < head.last())
                .min()
                .ifPresent(number -> shown.put(conversation, number)));
    return shown;
  }

  private Map<Long, Integer> placesOf(Map<Long, TalkHead> heads) {
    boolean isAny = false;
    for (TalkHead head : heads.values()) {
      if (head.status() == ConversationStatus.WAITING) {
        inQueue.add(head.id());
        isAny = true;
      } else {
        inQueue.remove(head.id());
      }
    }
    inQueue.removeIf(conversation -> sockets.lookingAt(conversation).isEmpty());
    return isAny ? queue.places() : Map.of();
  }

  private void look(Opening opening, TalkHead head) {
    ChatSocket socket = opening.socket();
    ChatVisitor visitor = socket.visitor();
    if (!opening.isAsked() && socket.sent(opening.conversation()) >= 0) {
      return;
    }
    boolean isAllowed =
        head != null && (visitor.isAgent() || visitor.owner().filter(head::isOf).isPresent());
    if (isAllowed) {
      sockets.look(socket, head.id(), Math.min(opening.after(), head.last()));
      if (!visitor.isAgent() && sockets.contains(socket)) {
        presences.enter(socket, head.id());
      }
    } else {
      executor.execute(() -> socket.close(ChatClose.NOT_YOURS));
    }
  }

  private static Set<ChatSocket> socketsOf(List<Opening> openings) {
    return openings.stream().map(Opening::socket).collect(Collectors.toSet());
  }

  private static Presence presence(long agent, Map<Long, Presence> ready) {
    return ready.getOrDefault(agent, Presence.OFFLINE);
  }

  private void tell(
      TalkHead head,
      List<ChatLine> said,
      int place,
      Map<Long, Presence> ready,
      Set<ChatSocket> fresh) {
    Presence presence = presence(head.agent(), ready);
    for (ChatSocket socket : sockets.lookingAt(head.id())) {
      boolean isAgent = socket.visitor().isAgent();
      if (!isAgent && socket.visitor().owner().filter(head::isOf).isEmpty()) {
        // A guest's tab that was left open: it is an account's by now.
        sockets.leave(socket, head.id());
        executor.execute(() -> socket.close(ChatClose.NOT_YOURS));
        continue;
      }
      socket.tellState(head.id(), ChatFrames.conversation(head, place, presence, isAgent));
      int sent = socket.sent(head.id());
      List<ChatLine> rest = said.stream().filter(line -> line.number() > sent).toList();
      if (sent >= 0 && !rest.isEmpty()) {
        tell(socket, head, rest);
      } else if (fresh.contains(socket)) {
        // Who has asked is told that there is no more.
        socket.tell(ChatFrames.messages(head.id(), rest, false, isAgent));
      }
    }
  }

  /** A shopper who comes back may wait for an answer that a node has taken with it. */
  private void resume(TalkHead head, List<Opening> openings) {
    openings.stream()
        .map(opening -> opening.socket().visitor())
        .filter(visitor -> !visitor.isAgent())
        .findFirst()
        .ifPresent(visitor -> desk.resume(head, visitor.caller()));
  }

  private void tell(ChatSocket socket, TalkHead head, List<ChatLine> lines) {
    boolean isAgent = socket.visitor().isAgent();
    int last = lines.get(lines.size() - 1).number();
    boolean more = last < head.last() && lines.size() >= TalkReader.PAGE;
    socket.sent(head.id(), last);
    String frame = ChatFrames.messages(head.id(), lines, more, isAgent);
    boolean isOfOthers =
        lines.stream().anyMatch(line -> (line.sender() == Sender.SHOPPER) == isAgent);
    if (isOfOthers) {
      socket.tell(frame, () -> marks.keep(new MarkKeeper.Mark(head.id(), isAgent, false, last)));
    } else {
      socket.tell(frame);
    }
  }
}
