package shop.emporium.ejb.chat;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import shop.emporium.ejb.shared.Rounds;

/**
 * Keeps how far each side was sent, and has seen, what was said. Marks only grow; one that is lost
 * with its node comes again with the next message.
 *
 * <p>They are gathered for a moment: a message that is sent and read at once is one mark, and all
 * marks of the moment are one transaction and one announcement.
 */
@ApplicationScoped
public class MarkKeeper {

  private static final System.Logger LOG = System.getLogger(MarkKeeper.class.getName());
  private static final int MOST_WAITING = 10_000;

  /** Marks of one transaction: so many conversations wait for it at most. */
  private static final int AT_ONCE = 500;

  private static final Rounds.Pause PAUSE = new Rounds.Pause(Duration.ofMillis(150), 0);

  @Resource(lookup = "java:jboss/ee/concurrency/scheduler/push")
  private ManagedScheduledExecutorService executor;

  @Inject private MarkWriter writer;
  @Inject private ChatAnnouncements announcements;

  private final ConcurrentMap<Side, Mark> waiting = new ConcurrentHashMap<>();
  private Rounds rounds;

  /**
   * How far one side has come.
   *
   * @param isOfAgents which side
   * @param isRead whether it has seen it, or was only sent it
   * @param number of the last message
   */
  public record Mark(long conversation, boolean isOfAgents, boolean isRead, int number) {

    private Side side() {
      return new Side(conversation, isOfAgents, isRead);
    }

    private Mark later(Mark other) {
      return other.number > number ? other : this;
    }
  }

  private record Side(long conversation, boolean isOfAgents, boolean isRead) {}

  @PostConstruct
  void begin() {
    rounds = new Rounds(executor, PAUSE, this::round);
  }

  /** Keeps a mark soon. */
  public void keep(Mark mark) {
    if (waiting.size() >= MOST_WAITING && !waiting.containsKey(mark.side())) {
      LOG.log(Level.DEBUG, "A mark is lost: too many wait");
    } else {
      waiting.merge(mark.side(), mark, Mark::later);
    }
    rounds.wake();
  }

  private void round() {
    List<Mark> marks = new ArrayList<>();
    for (Side side : waiting.keySet()) {
      Mark mark = waiting.remove(side);
      if (mark != null) {
        marks.add(mark);
      }
      if (marks.size() == AT_ONCE) {
        break;
      }
    }
    if (marks.isEmpty()) {
      return;
    }
    try {
      announcements.changed(writer.write(marks));
    } catch (RuntimeException away) {
      marks.forEach(mark -> waiting.merge(mark.side(), mark, Mark::later));
      throw away;
    }
    if (!waiting.isEmpty()) {
      rounds.wake();
    }
  }
}
