package shop.emporium.ejb.cluster;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.infinispan.AdvancedCache;
import org.infinispan.context.Flag;

/**
 * Tells all nodes of something, and has this node hear what any of them tells.
 *
 * <pre>
 * void announce(@Observes(during = TransactionPhase.AFTER_SUCCESS) CartChanged changed) {
 *   bus.publish("cart-changed", payload);
 * }
 * void hear(@Observes ClusterMessage message) { … }
 * </pre>
 *
 * <p>Who is outside of this archive, such as a socket of the web archive, is not reached by its
 * events, and calls {@link #listen} instead.
 *
 * <p>Publish after the commit only: a message cannot be taken back. It is told at most once to each
 * node, and not kept for those that are away. Nobody waits for it, and that it could not be told is
 * logged, never thrown: what changed is in the database all the same.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
// Called while a transaction is over but still the thread's: it is neither joined nor put aside.
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ClusterBus {

  private static final System.Logger LOG = System.getLogger(ClusterBus.class.getName());

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Longer than an entry lives, so that one that is put again is known again. */
  private static final Duration KNOWN_FOR = Duration.ofSeconds(30);

  private static final int MOST_KNOWN = 50_000;

  @Resource(lookup = "java:jboss/infinispan/cache/store/events")
  private org.infinispan.Cache<String, String> entries;

  @Resource(lookup = "java:jboss/ee/concurrency/executor/bus")
  private ManagedExecutorService executor;

  @Inject private Event<ClusterMessage> messages;

  private final Cache<String, Boolean> known =
      Caffeine.newBuilder().expireAfterWrite(KNOWN_FOR).maximumSize(MOST_KNOWN).build();
  private final Set<Consumer<ClusterMessage>> hearers = new CopyOnWriteArraySet<>();
  private final MessageListener listener = new MessageListener(this::hear);
  private String node;

  /** What is injected looks the cache up at each call, which takes longer than the call. */
  private AdvancedCache<String, String> cache;

  @PostConstruct
  void begin() {
    node = System.getProperty("jboss.node.name", "node");
    // Others do not say that they have a message, which would be as many messages again.
    cache =
        entries.getAdvancedCache().withFlags(Flag.IGNORE_RETURN_VALUES, Flag.FORCE_ASYNCHRONOUS);
    LOG.log(Level.DEBUG, "Messages: {0}", MessageSchema.INSTANCE.types());
    entries.addListener(listener);
  }

  @PreDestroy
  void end() {
    entries.removeListener(listener);
  }

  /**
   * Tells all nodes, this one included.
   *
   * @param type as {@code messages.schema.json} lists it
   * @throws IllegalArgumentException when the schema has no such message
   */
  public void publish(String type, JsonObject payload) {
    ClusterMessage message = ClusterMessage.of(type, node, payload);
    try {
      // Nobody waits: what becomes of it is only logged.
      CompletionStage<?> unused =
          cache
              .putAsync(message.id(), message.text())
              .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
              .whenComplete(
                  (nothing, failure) -> {
                    if (failure != null) {
                      complain(message, failure);
                    }
                  });
    } catch (RuntimeException away) {
      complain(message, away);
    }
  }

  /** Has somebody of another archive hear each message, until {@link #leave}. */
  public void listen(Consumer<ClusterMessage> hearer) {
    hearers.add(hearer);
  }

  /** Has somebody hear no more. */
  public void leave(Consumer<ClusterMessage> hearer) {
    hearers.remove(hearer);
  }

  private static void complain(ClusterMessage message, Throwable failure) {
    LOG.log(Level.WARNING, "Other nodes may not have heard of " + message.type(), failure);
  }

  private void hear(String text) {
    ClusterMessage.parse(text)
        .ifPresentOrElse(
            this::pass, () -> LOG.log(Level.DEBUG, "A message of another release: {0}", text));
  }

  private void pass(ClusterMessage message) {
    if (known.asMap().putIfAbsent(message.id(), true) != null) {
      return;
    }
    try {
      executor.execute(() -> tellAll(message));
    } catch (RejectedExecutionException full) {
      LOG.log(Level.WARNING, "Too much at once: {0} is not heard here", message.type());
    }
  }

  private void tellAll(ClusterMessage message) {
    tell(message, messages::fire);
    hearers.forEach(hearer -> tell(message, hearer));
  }

  private static void tell(ClusterMessage message, Consumer<ClusterMessage> hearer) {
    try {
      hearer.accept(message);
    } catch (RuntimeException failed) {
      LOG.log(Level.WARNING, "A message could not be dealt with: " + message.type(), failed);
    }
  }
}
