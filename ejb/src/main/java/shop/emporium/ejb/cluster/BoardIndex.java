package shop.emporium.ejb.cluster;

import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;

/**
 * The notes of the board by their kinds, since to walk over a whole cache for each look at it costs
 * more than all else that is done with it.
 *
 * <p>It believes nothing that it is told but that there is something to look at: each note is read
 * from the cache under the lock of its name, so that the last who looks has the last word, in
 * whichever order announcements come.
 */
final class BoardIndex {

  private static final System.Logger LOG = System.getLogger(BoardIndex.class.getName());

  private final ConcurrentMap<String, ConcurrentMap<String, Board.Note>> kinds =
      new ConcurrentHashMap<>();

  private final UnaryOperator<String> cache;

  /**
   * An index of what is in a cache.
   *
   * @param cache the entry of a name; null where there is none
   */
  BoardIndex(UnaryOperator<String> cache) {
    this.cache = cache;
  }

  /** Takes in that a note was put up, put up anew or taken down. */
  void look(String name) {
    int end = name.indexOf('/');
    if (end > 0) {
      try {
        kinds
            .computeIfAbsent(name.substring(0, end), same -> new ConcurrentHashMap<>())
            .compute(name, (same, before) -> read(name).orElse(null));
      } catch (RuntimeException away) {
        LOG.log(Level.DEBUG, "A note is read when all are looked at", away);
      }
    }
  }

  private Optional<Board.Note> read(String name) {
    return Optional.ofNullable(cache.apply(name)).flatMap(entry -> Board.Note.of(name, entry));
  }

  /** Puts right what may have been missed: looks at all that there is, and that there was. */
  void lookAtAll(Set<String> names) {
    Set<String> all = new HashSet<>(names);
    kinds.values().forEach(notes -> all.addAll(notes.keySet()));
    all.forEach(this::look);
  }

  /** All notes of a kind. */
  List<Board.Note> all(String kind) {
    Map<String, Board.Note> notes = kinds.get(kind);
    return notes == null ? List.of() : List.copyOf(notes.values());
  }
}
