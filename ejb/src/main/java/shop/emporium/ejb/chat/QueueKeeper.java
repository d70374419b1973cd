package shop.emporium.ejb.chat;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import shop.emporium.domain.chat.AgentLoad;
import shop.emporium.ejb.cluster.Board;
import shop.emporium.ejb.cluster.ClusterBus;
import shop.emporium.ejb.cluster.ClusterMessage;
import shop.emporium.ejb.shared.LiveSetting;
import shop.emporium.ejb.shared.Rounds;

/**
 * Looks after the queue, on one node for all: shows who waits in which place, gives those who wait
 * to agents who have the least to do, and sees to it that nobody waits for somebody who has gone.
 *
 * <p>The queue is in the database. Two nodes that both believe to be the one, while the cluster
 * finds together, do no harm: each move is made once, under the lock of the conversation.
 */
@Singleton
@Startup
// What is left at the end must still be there.
@DependsOn({"ClusterBus", "Board"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class QueueKeeper {

  private static final System.Logger LOG = System.getLogger(QueueKeeper.class.getName());

  /** After so long an agent who is not connected has gone: a page that is loaded anew is back. */
  private static final long GONE = TimeUnit.SECONDS.toNanos(60);

  /** Conversations that an agent is given at most, unless the setting says otherwise. */
  private static final String MOST_LOAD = "4";

  /** Between something new and a look at the queue: what else is new until then is in it. */
  private static final Rounds.Pause PAUSE = new Rounds.Pause(Duration.ofMillis(100), 0);

  @Resource(lookup = "java:jboss/ee/concurrency/scheduler/push")
  private ManagedScheduledExecutorService executor;

  @Inject private ClusterBus bus;
  @Inject private Board board;
  @Inject private AgentBoard agents;
  @Inject private QueueBoard queue;
  @Inject private QueueReader reader;
  @Inject private AgentService service;

  private final LiveSetting load = new LiveSetting("store.chat.load");
  private final Map<Long, Long> missingSince = new HashMap<>();
  private final Consumer<ClusterMessage> hearer = this::hear;
  private final Consumer<Board.Note> watcher = this::see;
  private Rounds rounds;
  private long nobodySince = System.nanoTime();

  @PostConstruct
  void begin() {
    rounds = new Rounds(executor, PAUSE, this::keep);
    bus.listen(hearer);
    board.watch(watcher);
  }

  @PreDestroy
  void end() {
    bus.leave(hearer);
    board.leave(watcher);
  }

  private void hear(ClusterMessage message) {
    if (message.is(ChatAnnouncements.CHANGED)) {
      wake();
    }
  }

  private void see(Board.Note note) {
    if (note.kind().equals(AgentBoard.KIND)) {
      wake();
    }
  }

  /** Also now and then: what was announced may not have been heard. */
  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  void look() {
    wake();
  }

  private void wake() {
    if (board.isFirst()) {
      rounds.wake();
    } else {
      queue.hide();
    }
  }

  private void keep() {
    if (!board.isFirst()) {
      queue.hide();
      return;
    }
    List<Long> waiting = reader.waiting();
    assign(waiting);
    queue.show(waiting.isEmpty() ? waiting : reader.waiting());
  }

  private void assign(Collection<Long> waiting) {
    if (waiting.isEmpty()) {
      return;
    }
    Map<Long, Integer> loads = reader.loads();
    Set<Long> ready =
        agents.all().stream()
            .filter(agent -> agent.presence() == Presence.ONLINE)
            .map(AgentBoard.Agent::id)
            .collect(Collectors.toSet());
    AgentLoad free = new AgentLoad(most(), ready, loads);
    for (Long conversation : waiting) {
      Optional<Long> agent = free.next();
      if (agent.isEmpty()) {
        return;
      }
      if (service.assign(agent.get(), conversation)) {
        free.give(agent.get());
      }
    }
  }

  private int most() {
    return load.value()
        .filter(text -> text.matches("[0-9]{1,3}"))
        .map(Integer::valueOf)
        .orElse(Integer.valueOf(MOST_LOAD));
  }

  /** Nobody waits for somebody who has gone; what nobody goes on with is closed. */
  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
  void tidy() {
    if (!board.isFirst()) {
      missingSince.clear();
      nobodySince = System.nanoTime();
      return;
    }
    try {
      long now = System.nanoTime();
      Set<Long> here = agents.all().stream().map(AgentBoard.Agent::id).collect(Collectors.toSet());
      if (!here.isEmpty()) {
        nobodySince = now;
      }
      Set<Long> gone = gone(here, now);
      reader.leftAlone(gone).forEach((conversation, agent) -> service.abandon(agent, conversation));
      if (now - nobodySince > GONE) {
        reader.contactable(reader.waiting()).forEach(service::postpone);
      }
      reader.quiet().forEach(service::expire);
    } catch (RuntimeException away) {
      LOG.log(Level.DEBUG, "The queue is tidied a moment later", away);
    }
  }

  /** The agents who have conversations and were not there for a while. */
  private Set<Long> gone(Set<Long> here, long now) {
    Set<Long> missing = reader.loads().keySet();
    missing.removeAll(here);
    missingSince.keySet().retainAll(missing);
    missing.forEach(agent -> missingSince.putIfAbsent(agent, now));
    return missing.stream()
        .filter(agent -> now - missingSince.get(agent) > GONE)
        .collect(Collectors.toSet());
  }
}
