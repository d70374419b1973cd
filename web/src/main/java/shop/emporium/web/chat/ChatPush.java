package shop.emporium.web.chat;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import shop.emporium.ejb.chat.ChatAnnouncements;
import shop.emporium.ejb.chat.ChatOwner;
import shop.emporium.ejb.chat.QueueBoard;
import shop.emporium.ejb.chat.ShopperBoard;
import shop.emporium.ejb.cluster.Board;
import shop.emporium.ejb.cluster.ClusterBus;
import shop.emporium.ejb.cluster.ClusterMessage;
import shop.emporium.ejb.shared.Rounds;

/**
 * Gathers what there is to tell the sockets of this node: conversations in which something has
 * changed, and sockets that want to look at one.
 *
 * <p>It is told by one thread in rounds, read once for all sockets: so it is told in the same order
 * and once, however often and in whichever order it was announced.
 */
@ApplicationScoped
public class ChatPush {

  /** Conversations that are read by one statement. */
  private static final int AT_ONCE = 500;

  /** Nobody notices it, and under load half as many statements do. */
  private static final Rounds.Pause PAUSE = new Rounds.Pause(Duration.ofMillis(10), 0);

  @Resource(lookup = "java:jboss/ee/concurrency/scheduler/push")
  private ManagedScheduledExecutorService executor;

  @Resource private ContextService contexts;
  @Inject private ClusterBus bus;
  @Inject private Board board;
  @Inject private ChatSockets sockets;
  @Inject private TalkTeller teller;

  private final Set<Long> changed = ConcurrentHashMap.newKeySet();
  private final Queue<Opening> openings = new ConcurrentLinkedQueue<>();

  private Rounds rounds;

  /** Nothing leaves bus and board: those end first. */
  @PostConstruct
  void begin() {
    rounds = new Rounds(executor, PAUSE, this::round, contexts);
    bus.listen(this::hear);
    board.watch(this::see);
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
    if (note.kind().equals(QueueBoard.KIND) && !teller.waiting().isEmpty()) {
      changed.addAll(teller.waiting());
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

  private void round() {
    List<Opening> fresh = new ArrayList<>();
    for (Opening next = openings.poll(); next != null; next = openings.poll()) {
      fresh.add(next);
    }
    Set<Long> all = new HashSet<>(changed);
    changed.removeAll(all);
    fresh.forEach(opening -> all.add(opening.conversation()));
    Map<Long, List<Opening>> openedHere =
        fresh.stream().collect(Collectors.groupingBy(Opening::conversation));
    try {
      List<Long> conversations = new ArrayList<>(all);
      for (int from = 0; from < conversations.size(); from += AT_ONCE) {
        int to = Math.min(conversations.size(), from + AT_ONCE);
        if (changed.addAll(teller.tell(conversations.subList(from, to), openedHere))) {
          rounds.wake();
        }
      }
    } catch (RuntimeException away) {
      changed.addAll(all);
      openings.addAll(fresh);
      throw away;
    }
  }
}
