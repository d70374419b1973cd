package shop.emporium.web.live;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Finds sockets by what they listen to. */
final class SocketIndex<K> {

  private final ConcurrentMap<K, Set<LiveSocket>> sockets = new ConcurrentHashMap<>();

  void add(K key, LiveSocket socket) {
    sockets.compute(
        key,
        (same, found) -> {
          Set<LiveSocket> all = found == null ? ConcurrentHashMap.newKeySet(1) : found;
          all.add(socket);
          return all;
        });
  }

  void remove(K key, LiveSocket socket) {
    sockets.computeIfPresent(
        key,
        (same, found) -> {
          found.remove(socket);
          return found.isEmpty() ? null : found;
        });
  }

  Set<LiveSocket> of(K key) {
    return sockets.getOrDefault(key, Set.of());
  }

  int count(K key) {
    return of(key).size();
  }

  Set<K> keys() {
    return sockets.keySet();
  }

  boolean isEmpty() {
    return sockets.isEmpty();
  }
}
