package shop.emporium.ejb.chat;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionStage;
import shop.emporium.ejb.shared.Batches;

/**
 * Keeps how far each side was sent, and has seen, what was said. Marks only grow; one that is lost
 * with its node comes again with the next message.
 */
@ApplicationScoped
public class MarkKeeper {

  private static final System.Logger LOG = System.getLogger(MarkKeeper.class.getName());
  private static final int AT_ONCE = 500;
  private static final int MOST_WAITING = 10_000;

  @Resource(lookup = "java:jboss/ee/concurrency/executor/chat")
  private ManagedExecutorService executor;

  @Inject private MarkWriter writer;
  @Inject private ChatAnnouncements announcements;

  private Batches<Mark, Boolean> batches;

  /**
   * How far one side has come.
   *
   * @param isOfAgents which side
   * @param isRead whether it has seen it, or was only sent it
   * @param number of the last message
   */
  public record Mark(long conversation, boolean isOfAgents, boolean isRead, int number) {}

  @PostConstruct
  void begin() {
    batches = new Batches<>(AT_ONCE, MOST_WAITING, executor, this::write);
  }

  /** Keeps a mark soon. */
  public void keep(Mark mark) {
    CompletionStage<?> unused =
        batches
            .submit(mark)
            .whenComplete(
                (done, failed) -> {
                  if (failed != null) {
                    LOG.log(Level.DEBUG, "A mark is lost", failed);
                  }
                });
  }

  private List<Boolean> write(List<Mark> marks) {
    announcements.changed(writer.write(marks));
    return Collections.nCopies(marks.size(), true);
  }
}
