package shop.emporium.web.shared;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Finds sockets by what they listen to. */
public final class SocketIndex<K, S> {

  private final ConcurrentMap<K, Set<S>> sockets = new ConcurrentHashMap<>();

  /** Has a socket be found by a key. */
  public void add(K key, S socket) {
    sockets.compute(
        key,
        (same, found) -> {
          Set<S> all = found == null ? ConcurrentHashMap.newKeySet(1) : found;
          all.add(socket);
          return all;
        });
  }

  /** Has it be found by that key no more. */
  public void remove(K key, S socket) {
    sockets.computeIfPresent(
        key,
        (same, found) -> {
          found.remove(socket);
          return found.isEmpty() ? null : found;
        });
  }

  /** The sockets of a key, as they are at each moment. */
  public Set<S> of(K key) {
    return sockets.getOrDefault(key, Set.of());
  }

  /** How many sockets a key has. */
  public int count(K key) {
    return of(key).size();
  }

  /** The keys that have sockets, as they are at each moment. */
  public Set<K> keys() {
    return sockets.keySet();
  }

  /** Whether no key has a socket. */
  public boolean isEmpty() {
    return sockets.isEmpty();
  }
}
