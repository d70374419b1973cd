package shop.emporium.ejb.cluster;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.infinispan.AdvancedCache;
import org.infinispan.Cache;
import org.infinispan.context.Flag;
import org.infinispan.remoting.rpc.RpcManager;
import org.infinispan.remoting.transport.Address;

/**
 * What all nodes see of what each of them knows: who is connected there, who is writing. Each note
 * is of one node, which alone puts it up and takes it down; notes of a node that has gone are taken
 * down by the others as soon as the cluster's view changes.
 *
 * <p>Nothing is here that would be missed: whoever loses it knows it again a moment later.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Board {

  private static final System.Logger LOG = System.getLogger(Board.class.getName());

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Before each text: an entry that is an empty one is not understood by other nodes. */
  private static final String MARK = "=";

  /** The longest text of a note. */
  private static final int MOST_CHARACTERS = 20_000;

  @Resource(lookup = "java:jboss/infinispan/cache/store/board")
  private Cache<String, String> board;

  @Resource(lookup = "java:jboss/ee/concurrency/executor/bus")
  private ManagedExecutorService executor;

  private final Set<Consumer<Note>> watchers = new CopyOnWriteArraySet<>();
  private final BoardListener listener = new BoardListener(this::hear, this::tidy);
  private String node;

  /** What is injected looks the cache up at each call, which takes longer than the call. */
  private AdvancedCache<String, String> notes;

  private BoardIndex index;

  /** None where a node is alone by configuration. */
  private RpcManager rpc;

  /**
   * A note.
   *
   * @param kind such as {@code agent}; without a slash
   * @param node whose it is
   * @param key its name among those of its kind and node
   * @param text empty for one that was taken down
   */
  public record Note(String kind, String node, String key, Optional<String> text) {

    static Optional<Note> of(String name, String entry) {
      String[] parts = name.split("/", 3);
      return parts.length == 3
          ? Optional.of(
              new Note(
                  parts[0],
                  parts[1],
                  parts[2],
                  Optional.ofNullable(entry).map(one -> one.substring(MARK.length()))))
          : Optional.empty();
    }

    private static String name(String kind, String node, String key) {
      return kind + "/" + node + "/" + key;
    }
  }

  @PostConstruct
  void begin() {
    node = System.getProperty("jboss.node.name", "node");
    notes = board.getAdvancedCache();
    rpc = notes.getRpcManager();
    index = new BoardIndex(notes::get);
    notes.addListener(listener);
    putRight();
    // Of a node that was away its own notes may be left.
    remove(name -> name.node().equals(node));
  }

  @PreDestroy
  void end() {
    notes.removeListener(listener);
    remove(name -> name.node().equals(node));
  }

  /** Puts a note of this node up, in the place of the one before. */
  public void put(String kind, String key, String text) {
    put(kind, key, text, Duration.ZERO);
  }

  /**
   * Puts a note of this node up.
   *
   * @param lifespan after which it is gone; zero for ever
   */
  public void put(String kind, String key, String text, Duration lifespan) {
    if (text.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException("A note of kind " + kind + " is too long");
    }
    long millis = lifespan.isZero() ? -1 : lifespan.toMillis();
    change(
        () ->
            notes
                .withFlags(Flag.IGNORE_RETURN_VALUES)
                .putAsync(Note.name(kind, node, key), MARK + text, millis, TimeUnit.MILLISECONDS));
  }

  /** Takes a note of this node down. */
  public void remove(String kind, String key) {
    removeNamed(Note.name(kind, node, key));
  }

  private void removeNamed(String name) {
    change(() -> notes.withFlags(Flag.IGNORE_RETURN_VALUES).removeAsync(name));
  }

  /** Nobody waits: what becomes of it is only logged. */
  private static void change(Supplier<CompletionStage<?>> change) {
    try {
      CompletionStage<?> unused =
          change
              .get()
              .toCompletableFuture()
              .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
              .whenComplete(
                  (nothing, failure) -> {
                    if (failure != null) {
                      LOG.log(Level.DEBUG, "Other nodes may not have seen a note", failure);
                    }
                  });
    } catch (RuntimeException away) {
      LOG.log(Level.DEBUG, "A note could not be put up", away);
    }
  }

  /** What comes to a node from others when it joins them, or they find together, is not heard. */
  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  void putRight() {
    index.lookAtAll(Set.copyOf(notes.keySet()));
  }

  /** All notes of a kind, of all nodes. */
  public List<Note> all(String kind) {
    return index.all(kind);
  }

  /** The keys of this node's notes of a kind, which are numbers. */
  public Set<Long> own(String kind) {
    return all(kind).stream()
        .filter(note -> note.node().equals(node))
        .map(note -> Long.valueOf(note.key()))
        .collect(Collectors.toSet());
  }

  /** The notes of a kind and key, one a node at most. */
  public List<Note> named(String kind, String key) {
    List<Note> found = new ArrayList<>();
    for (String each : nodes()) {
      String name = Note.name(kind, each, key);
      String entry = notes.get(name);
      if (entry != null) {
        Note.of(name, entry).ifPresent(found::add);
      }
    }
    return found;
  }

  /** The nodes that there are, by their names. */
  public Set<String> nodes() {
    List<Address> members = members();
    return members.isEmpty()
        ? Set.of(node)
        : members.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether this is the node that does what one of them shall do: the one that is here longest. */
  public boolean isFirst() {
    List<Address> members = members();
    return members.isEmpty() || members.get(0).equals(rpc.getAddress());
  }

  private List<Address> members() {
    return rpc == null ? List.of() : rpc.getMembers();
  }

  /** Has somebody see each note that is put up or taken down, until {@link #leave}. */
  public void watch(Consumer<Note> watcher) {
    watchers.add(watcher);
  }

  /** Has somebody see no more. */
  public void leave(Consumer<Note> watcher) {
    watchers.remove(watcher);
  }

  private void hear(String name, String text) {
    index.look(name);
    Note.of(name, text).ifPresent(this::pass);
  }

  private void pass(Note note) {
    if (watchers.isEmpty()) {
      return;
    }
    try {
      executor.execute(() -> watchers.forEach(watcher -> show(note, watcher)));
    } catch (RejectedExecutionException full) {
      LOG.log(Level.WARNING, "Too much at once: a note of kind {0} is not seen here", note.kind());
    }
  }

  private static void show(Note note, Consumer<Note> watcher) {
    try {
      watcher.accept(note);
    } catch (RuntimeException failed) {
      LOG.log(Level.WARNING, "A note could not be dealt with: " + note.kind(), failed);
    }
  }

  private void tidy() {
    try {
      executor.execute(
          () -> {
            putRight();
            Set<String> here = nodes();
            remove(note -> !here.contains(note.node()));
          });
    } catch (RejectedExecutionException full) {
      LOG.log(Level.WARNING, "Too much at once: notes of a node that has gone stay", full);
    }
  }

  private void remove(Predicate<Note> which) {
    List<String> names = new ArrayList<>();
    notes.forEach(
        (name, text) -> {
          if (Note.of(name, text).filter(which).isPresent()) {
            names.add(name);
          }
        });
    names.forEach(this::removeNamed);
  }
}
