package shop.emporium.web.live;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import shop.emporium.ejb.cluster.ClusterBus;
import shop.emporium.ejb.cluster.ClusterMessage;
import shop.emporium.ejb.live.Announcements;
import shop.emporium.ejb.shared.Rounds;

/**
 * Tells visitors what their cart and their wishes are: when they come, and whenever a node says
 * that these have changed; and how an order of theirs stands when it has changed.
 *
 * <p>What is to be told is gathered, then read and told by one thread in rounds: a state that was
 * read earlier is never told after a later one, and a hundred changes at once are read once.
 */
@ApplicationScoped
public class VisitorPush {

  private static final Rounds.Pause AT_ONCE = new Rounds.Pause(Duration.ZERO, 0);

  @Resource(lookup = "java:jboss/ee/concurrency/scheduler/push")
  private ManagedScheduledExecutorService executor;

  @Resource private ContextService contexts;
  @Inject private ClusterBus bus;
  @Inject private LiveSockets sockets;
  @Inject private LiveHeartbeat heartbeat;
  @Inject private VisitorStates states;

  private final Set<LiveSocket> newcomers = ConcurrentHashMap.newKeySet();
  private final Set<Long> carts = ConcurrentHashMap.newKeySet();
  private final Set<Long> customers = ConcurrentHashMap.newKeySet();
  private final Set<Long> orders = ConcurrentHashMap.newKeySet();

  private Rounds rounds;

  /**
   * Made with the first socket. What is heard of comes by threads that know no archive. Nothing
   * leaves the bus: that ends first.
   */
  @PostConstruct
  void begin() {
    rounds = new Rounds(executor, AT_ONCE, this::round, contexts);
    bus.listen(this::hear);
  }

  /** Tells a socket all that is so now. */
  void greet(LiveSocket socket) {
    newcomers.add(socket);
    rounds.wake();
  }

  private void hear(ClusterMessage message) {
    if (sockets.all().isEmpty()) {
      return;
    }
    if (message.is(Announcements.CART)) {
      carts.add(message.number("cart"));
      rounds.wake();
    } else if (message.is(Announcements.WISHLIST)) {
      customers.add(message.number("customer"));
      rounds.wake();
    } else if (message.is(Announcements.ORDER) && sockets.hasCustomers()) {
      orders.add(message.number("order"));
      rounds.wake();
    }
  }

  private void round() {
    tellStates(taken(newcomers), taken(carts), taken(customers));
    tellOrders(taken(orders));
  }

  private static <T> Set<T> taken(Set<T> all) {
    Set<T> taken = new HashSet<>(all);
    all.removeAll(taken);
    return taken;
  }

  private void tellStates(Set<LiveSocket> fresh, Set<Long> changedCarts, Set<Long> changedWishes) {
    try {
      tell(fresh, changedCarts, changedWishes);
    } catch (RuntimeException away) {
      newcomers.addAll(fresh);
      carts.addAll(changedCarts);
      customers.addAll(changedWishes);
      throw away;
    }
  }

  private void tell(Set<LiveSocket> fresh, Set<Long> changedCarts, Set<Long> changedWishes) {
    fresh.removeIf(socket -> !sockets.contains(socket));
    fresh.forEach(this::introduce);
    Set<LiveSocket> shoppers = new LinkedHashSet<>(fresh);
    changedCarts.forEach(cart -> shoppers.addAll(sockets.ofCart(cart)));
    if (sockets.hasCustomers()) {
      states
          .customersOf(changedCarts)
          .forEach(customer -> shoppers.addAll(sockets.ofCustomer(customer)));
    }
    Set<LiveSocket> wishers = new LinkedHashSet<>(fresh);
    wishers.removeIf(socket -> socket.visitor().customer().isEmpty());
    changedWishes.forEach(customer -> wishers.addAll(sockets.ofCustomer(customer)));
    Set<LiveSocket> allowed = allowed(shoppers, wishers);
    shoppers.retainAll(allowed);
    wishers.retainAll(allowed);
    states.carts(shoppers).forEach((socket, frame) -> socket.tell("cart", frame));
    states.wishes(wishers).forEach((socket, frame) -> socket.tell("wishlist", frame));
  }

  /** Orders are told to their customers' open pages, which know of no other. */
  private void tellOrders(Set<Long> changed) {
    try {
      states
          .orders(changed)
          .forEach(
              order ->
                  allowed(sockets.ofCustomer(order.customer()), Set.of())
                      .forEach(
                          socket ->
                              socket.tell(
                                  "order:" + order.number().text(), LiveFrames.order(order))));
    } catch (RuntimeException away) {
      orders.addAll(changed);
      throw away;
    }
  }

  /** Finds what a newcomer listens to, before its state is read: what changes later is heard of. */
  private void introduce(LiveSocket socket) {
    states.cartIdOf(socket.visitor()).ifPresent(cart -> sockets.listen(socket, cart));
    boolean isSignedIn = socket.visitor().customer().isPresent();
    socket.tell("hello", LiveFrames.hello(isSignedIn, isSignedIn || socket.cart() != 0));
  }

  /** Nobody is told anything private by a sign-in that has ended meanwhile. */
  private Set<LiveSocket> allowed(Set<LiveSocket> shoppers, Set<LiveSocket> wishers) {
    Set<LiveSocket> all = new LinkedHashSet<>(shoppers);
    all.addAll(wishers);
    return new HashSet<>(heartbeat.keep(all));
  }
}
