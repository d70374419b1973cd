package shop.emporium.web.chat;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import shop.emporium.domain.chat.ConversationStatus;
import shop.emporium.domain.chat.Sender;
import shop.emporium.ejb.chat.AgentBoard;
import shop.emporium.ejb.chat.ChatAnnouncements;
import shop.emporium.ejb.chat.ChatDesk;
import shop.emporium.ejb.chat.ChatLine;
import shop.emporium.ejb.chat.ChatOwner;
import shop.emporium.ejb.chat.MarkKeeper;
import shop.emporium.ejb.chat.Presence;
import shop.emporium.ejb.chat.QueueBoard;
import shop.emporium.ejb.chat.ShopperBoard;
import shop.emporium.ejb.chat.TalkHead;
import shop.emporium.ejb.chat.TalkReader;
import shop.emporium.ejb.cluster.Board;
import shop.emporium.ejb.cluster.ClusterBus;
import shop.emporium.ejb.cluster.ClusterMessage;
import shop.emporium.ejb.shared.Rounds;

/**
 * Tells the sockets of this node what is said in the conversations that they look at, and how these
 * stand.
 *
 * <p>What is new is gathered, then read once for all sockets and told by one thread in rounds, each
 * socket from the message on that it was sent last: so nothing is told twice, left out or turned
 * around, however often and in whichever order it was announced.
 */
@ApplicationScoped
public class ChatPush implements Rounds.Work {

  /** Conversations that are read by one statement. */
  private static final int AT_ONCE = 500;

  /** Nobody notices it, and under load half as many statements do. */
  private static final Rounds.Pause PAUSE = new Rounds.Pause(Duration.ofMillis(10), 0);

  @Resource private ManagedScheduledExecutorService executor;
  @Resource private ContextService contexts;
  @Inject private ClusterBus bus;
  @Inject private Board board;
  @Inject private ChatSockets sockets;
  @Inject private ChatPresence presences;
  @Inject private TalkReader reader;
  @Inject private AgentBoard agents;
  @Inject private QueueBoard queue;
  @Inject private MarkKeeper marks;
  @Inject private ChatDesk desk;

  private final Set<Long> changed = ConcurrentHashMap.newKeySet();
  private final Queue<Opening> openings = new ConcurrentLinkedQueue<>();

  /** Those that wait, of whom somebody here is told the place. */
  private final Set<Long> inQueue = ConcurrentHashMap.newKeySet();

  private final Consumer<ClusterMessage> hearer = this::hear;
  private final Consumer<Board.Note> watcher = this::see;
  private Rounds rounds;

  /** A socket that wants to look at a conversation, from the message after this one on. */
  record Opening(ChatSocket socket, long conversation, int after, boolean isAsked) {

    /** The browser wants it: what it says that it has is what it has. */
    static Opening asked(ChatSocket socket, long conversation, int after) {
      return new Opening(socket, conversation, after, true);
    }

    /** A chat has begun; several things may say so. */
    static Opening ofBegun(ChatSocket socket, long conversation) {
      return new Opening(socket, conversation, 0, false);
    }
  }

  @PostConstruct
  void begin() {
    rounds =
        new Rounds(
            executor, PAUSE, this, work -> contexts.createContextualProxy(work, Runnable.class));
    bus.listen(hearer);
    board.watch(watcher);
  }

  @PreDestroy
  void end() {
    bus.leave(hearer);
    board.leave(watcher);
  }

  /** Has a socket look at a conversation that it may see, or ask whether it may. */
  void open(Opening opening) {
    openings.add(opening);
    rounds.wake();
  }

  /** Looks again at all that somebody looks at here: an announcement may have been lost. */
  void lookAgain() {
    changed.addAll(sockets.conversations());
    rounds.wake();
  }

  private void hear(ClusterMessage message) {
    if (message.is(ChatAnnouncements.CHANGED)) {
      Set<Long> here = sockets.conversations();
      boolean isNew = false;
      for (Long conversation : ChatAnnouncements.conversations(message)) {
        isNew |= here.contains(conversation) && changed.add(conversation);
      }
      if (isNew) {
        rounds.wake();
      }
    } else if (message.is(ChatAnnouncements.BEGUN)) {
      begun(message);
    }
  }

  /** Another tab or device of somebody who has said nothing here yet has begun a chat. */
  private void begun(ClusterMessage message) {
    long customer = message.number("customer");
    long visitor = message.number("visitor");
    for (ChatSocket socket : sockets.idle()) {
      if (socket.visitor().owner().filter(owner -> isOf(owner, customer, visitor)).isPresent()) {
        open(Opening.ofBegun(socket, message.number("conversation")));
      }
    }
  }

  private static boolean isOf(ChatOwner owner, long customer, long visitor) {
    return customer == 0
        ? owner.visitor().filter(id -> id == visitor).isPresent()
        : owner.customer().filter(id -> id == customer).isPresent();
  }

  private void see(Board.Note note) {
    if (note.kind().equals(QueueBoard.KIND) && !inQueue.isEmpty()) {
      changed.addAll(inQueue);
      rounds.wake();
    }
    ShopperBoard.writing(note).ifPresent(this::tellWriting);
  }

  private void tellWriting(ShopperBoard.Writing writing) {
    String frame = ChatFrames.typing(writing);
    sockets.lookingAt(writing.conversation()).stream()
        .filter(socket -> socket.visitor().isAgent() != writing.isAgent())
        .forEach(socket -> socket.tell(frame));
  }

  @Override
  public boolean isDue() {
    return !changed.isEmpty() || !openings.isEmpty();
  }

  @Override
  public void round() {
    List<Opening> fresh = new ArrayList<>();
    for (Opening next = openings.poll(); next != null; next = openings.poll()) {
      fresh.add(next);
    }
    Set<Long> all = new HashSet<>(changed);
    changed.removeAll(all);
    fresh.forEach(opening -> all.add(opening.conversation()));
    try {
      List<Long> conversations = new ArrayList<>(all);
      for (int from = 0; from < conversations.size(); from += AT_ONCE) {
        tell(conversations.subList(from, Math.min(conversations.size(), from + AT_ONCE)), fresh);
      }
    } catch (RuntimeException away) {
      changed.addAll(all);
      openings.addAll(fresh);
      throw away;
    }
  }

  private void tell(List<Long> conversations, List<Opening> fresh) {
    Map<Long, TalkHead> heads = reader.heads(conversations);
    for (Opening opening : fresh) {
      if (conversations.contains(opening.conversation())) {
        look(opening, heads.get(opening.conversation()));
      }
    }
    Map<Long, Integer> after = new HashMap<>();
    heads.forEach(
        (conversation, head) ->
            sockets.lookingAt(conversation).stream()
                .mapToInt(socket -> socket.sent(conversation))
                .filter(number -> number >= 0 && number < head.last())
                .min()
                .ifPresent(number -> after.put(conversation, number)));
    Map<Long, List<ChatLine>> lines = reader.since(after);
    Map<Long, Integer> places = placesOf(heads);
    Map<Long, Presence> ready = agents.presences();
    heads.forEach(
        (conversation, head) -> {
          List<ChatLine> said = lines.getOrDefault(conversation, List.of());
          tell(head, said, places.getOrDefault(conversation, 0), ready, newTo(head, fresh));
          resume(head, fresh);
          if (said.size() == TalkReader.PAGE) {
            changed.add(conversation);
          }
        });
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

  private static Set<ChatSocket> newTo(TalkHead head, List<Opening> fresh) {
    return fresh.stream()
        .filter(opening -> opening.conversation() == head.id())
        .map(Opening::socket)
        .collect(Collectors.toSet());
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
  private void resume(TalkHead head, List<Opening> fresh) {
    fresh.stream()
        .filter(opening -> opening.conversation() == head.id())
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
