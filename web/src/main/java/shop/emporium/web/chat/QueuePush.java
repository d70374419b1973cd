package shop.emporium.web.chat;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import shop.emporium.ejb.chat.AgentBoard;
import shop.emporium.ejb.chat.ChatAnnouncements;
import shop.emporium.ejb.chat.QueueReader;
import shop.emporium.ejb.chat.ShopperBoard;
import shop.emporium.ejb.cluster.Board;
import shop.emporium.ejb.cluster.ClusterBus;
import shop.emporium.ejb.cluster.ClusterMessage;
import shop.emporium.ejb.shared.Rounds;

/**
 * Tells the agents of this node who waits, what they have to answer, and who is there: read once
 * for all of them, at most four times a second, and more seldom where there is much to read.
 */
@ApplicationScoped
public class QueuePush {

  private static final Rounds.Pause PAUSE = new Rounds.Pause(Duration.ofMillis(250), 9);
  private static final Set<String> KINDS = Set.of(AgentBoard.KIND, ShopperBoard.KIND);

  @Resource(lookup = "java:jboss/ee/concurrency/scheduler/push")
  private ManagedScheduledExecutorService executor;

  @Resource private ContextService contexts;
  @Inject private ClusterBus bus;
  @Inject private Board board;
  @Inject private ChatSockets sockets;
  @Inject private QueueReader reader;
  @Inject private AgentBoard agents;
  @Inject private ShopperBoard shoppers;

  private Rounds rounds;

  /** Nothing leaves bus and board: those end first. */
  @PostConstruct
  void begin() {
    rounds = new Rounds(executor, PAUSE, this::tell, contexts);
    bus.listen(this::hear);
    board.watch(this::see);
  }

  private void hear(ClusterMessage message) {
    if (message.is(ChatAnnouncements.CHANGED)) {
      wake();
    }
  }

  private void see(Board.Note note) {
    if (KINDS.contains(note.kind())) {
      wake();
    }
  }

  /** Tells them soon. */
  void wake() {
    if (!sockets.agents().isEmpty()) {
      rounds.wake();
    }
  }

  /** Somebody may have been taken between the two looks: who is somebody's waits no more. */
  static List<QueueReader.Line> without(
      List<QueueReader.Line> waiting, List<QueueReader.Line> taken) {
    Set<Long> gone = taken.stream().map(QueueReader.Line::conversation).collect(Collectors.toSet());
    return waiting.stream().filter(line -> !gone.contains(line.conversation())).toList();
  }

  private void tell() {
    Set<Long> here = sockets.agents();
    if (here.isEmpty()) {
      return;
    }
    List<QueueReader.Line> before = reader.waitingLines();
    List<QueueReader.Line> taken = reader.linesOf(here);
    List<QueueReader.Line> waiting = without(before, taken);
    Map<Long, Integer> loads = reader.loads();
    Collection<AgentBoard.Agent> colleagues = agents.all();
    Map<Long, String> pages = shoppers.pages();
    for (Long agent : here) {
      List<QueueReader.Line> mine = taken.stream().filter(line -> line.agent() == agent).toList();
      String frame = ChatFrames.queue(waiting, mine, colleagues, loads, pages);
      sockets.ofAgent(agent).forEach(socket -> socket.tellState("queue", frame));
    }
  }
}
