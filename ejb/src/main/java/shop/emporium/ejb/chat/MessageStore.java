package shop.emporium.ejb.chat;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;
import shop.emporium.ejb.shared.Batches;

/**
 * The way to say something: gathers what comes at the same moment, has it kept by one transaction,
 * and tells all nodes afterwards.
 */
@ApplicationScoped
public class MessageStore {

  private static final int AT_ONCE = 100;
  private static final int MOST_WAITING = 2_000;

  @Resource(lookup = "java:jboss/ee/concurrency/executor/chat")
  private ManagedExecutorService executor;

  @Inject private MessageWriter writer;
  @Inject private ChatAnnouncements announcements;

  private Batches<Saying, Said> batches;

  @PostConstruct
  void begin() {
    batches = new Batches<>(AT_ONCE, MOST_WAITING, executor, this::write);
  }

  /**
   * Says something.
   *
   * @return what became of it, once it is committed; completed exceptionally when that could not
   *     be: it may be kept all the same, and is said again with the same id
   */
  public CompletionStage<Said> say(Saying saying) {
    return batches.submit(saying);
  }

  private List<Said> write(List<Saying> sayings) {
    List<Said> all = writer.write(sayings);
    announcements.changed(
        all.stream().filter(Said::isNew).map(said -> said.saying().conversation()).toList());
    return all;
  }
}
