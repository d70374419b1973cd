package shop.emporium.web.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import shop.emporium.web.shared.SocketIndex;

/**
 * The sockets of this node, and what each listens to. When the node stops or suspends, its
 * container closes them all as going away (1001).
 */
@ApplicationScoped
public class LiveSockets {

  @Inject private LiveLimits limits;

  private final Set<LiveSocket> all = ConcurrentHashMap.newKeySet();
  private final SocketIndex<String, LiveSocket> networks = new SocketIndex<>();
  private final SocketIndex<Long, LiveSocket> customers = new SocketIndex<>();
  private final SocketIndex<Long, LiveSocket> carts = new SocketIndex<>();
  private final SocketIndex<String, LiveSocket> skus = new SocketIndex<>();

  boolean isFull() {
    return all.size() >= limits.sockets();
  }

  /** Whether this network holds as many sockets as an address may. */
  boolean isCrowded(String network) {
    return networks.count(network) >= limits.perAddress();
  }

  /** Takes a socket in, unless there are too many: several handshakes may pass the gate at once. */
  boolean add(LiveSocket socket) {
    String network = socket.visitor().network();
    if (isFull() || isCrowded(network)) {
      return false;
    }
    all.add(socket);
    networks.add(network, socket);
    socket.visitor().customer().ifPresent(customer -> customers.add(customer, socket));
    return true;
  }

  void remove(LiveSocket socket) {
    if (!all.remove(socket)) {
      return;
    }
    networks.remove(socket.visitor().network(), socket);
    socket.visitor().customer().ifPresent(customer -> customers.remove(customer, socket));
    synchronized (socket) {
      carts.remove(socket.cart(), socket);
      socket.skus().forEach(sku -> skus.remove(sku, socket));
      socket.watch(Set.of());
    }
  }

  /** Has a guest's socket listen to a cart. */
  void listen(LiveSocket socket, long cart) {
    synchronized (socket) {
      if (all.contains(socket)) {
        socket.listenTo(cart);
        carts.add(cart, socket);
      }
    }
  }

  /** Has a socket watch these articles and no others. */
  void watch(LiveSocket socket, Set<String> wanted) {
    synchronized (socket) {
      if (all.contains(socket)) {
        socket.skus().stream()
            .filter(sku -> !wanted.contains(sku))
            .forEach(sku -> skus.remove(sku, socket));
        wanted.forEach(sku -> skus.add(sku, socket));
        socket.watch(wanted);
      }
    }
  }

  boolean contains(LiveSocket socket) {
    return all.contains(socket);
  }

  Set<LiveSocket> all() {
    return all;
  }

  Set<LiveSocket> ofCart(long cart) {
    return carts.of(cart);
  }

  Set<LiveSocket> ofCustomer(long customer) {
    return customers.of(customer);
  }

  boolean hasCustomers() {
    return !customers.isEmpty();
  }

  Set<LiveSocket> watching(String sku) {
    return skus.of(sku);
  }

  /** The articles that somebody watches, as they are at each moment. */
  Set<String> watched() {
    return skus.keys();
  }
}
