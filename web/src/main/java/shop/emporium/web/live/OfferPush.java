package shop.emporium.web.live;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import shop.emporium.ejb.catalog.Offer;
import shop.emporium.ejb.catalog.OfferFollower;

/**
 * Tells who watches an article what it costs and how many there are, when they begin to watch and
 * whenever that changes. Looks ten times a second while somebody watches, and not at all otherwise.
 *
 * <p>All reading and telling is done by one thread, so that nothing older follows anything newer.
 */
@ApplicationScoped
public class OfferPush {

  private static final System.Logger LOG = System.getLogger(OfferPush.class.getName());

  private static final long EVERY_MILLIS = 100;
  private static final long RETRY_MILLIS = 1_000;

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject private LiveSockets sockets;
  @Inject private OfferFollower offers;

  private final Set<LiveSocket> newcomers = ConcurrentHashMap.newKeySet();
  private Future<?> next;
  private boolean isRunning;
  private int round;

  /** What was read last of each watched article; empty for one that is not there. */
  private final Map<String, Optional<Offer>> known = new HashMap<>();

  /** Whether a look failed, so that what is known may be old. */
  private boolean isBehind;

  private volatile boolean isEnded;

  /** Has a socket watch these articles and no others, and tells it what they are now. */
  void watch(LiveSocket socket, Set<String> skus) {
    sockets.watch(socket, skus);
    if (!skus.isEmpty()) {
      newcomers.add(socket);
      wake();
    }
  }

  @PreDestroy
  void end() {
    isEnded = true;
    rest();
  }

  /**
   * Looks no more until somebody watches again. Also for a node that is suspended: it closes its
   * sockets, and runs no task, so that none would call for the next one.
   */
  synchronized void rest() {
    round++;
    isRunning = false;
    if (next != null) {
      next.cancel(false);
    }
    // Somebody may have begun while this one ended.
    newcomers.removeIf(socket -> !sockets.contains(socket));
    if (!newcomers.isEmpty()) {
      wake();
    }
  }

  private synchronized void wake() {
    if (!isRunning) {
      isRunning = true;
      round++;
      comeAgainIn(0);
    }
  }

  private synchronized void comeAgainIn(long millis) {
    if (!isEnded) {
      int mine = round;
      next = scheduler.schedule(() -> look(mine), millis, TimeUnit.MILLISECONDS);
    }
  }

  private void look(int mine) {
    if (sockets.watched().isEmpty() && newcomers.isEmpty()) {
      rest();
      return;
    }
    long pause = lookNow();
    synchronized (this) {
      if (mine == round) {
        comeAgainIn(pause);
      }
    }
  }

  /** One at a time, also where a new round begins while the last look of the one before goes on. */
  private long lookNow() {
    synchronized (known) {
      return lookAtAll();
    }
  }

  private long lookAtAll() {
    long pause = EVERY_MILLIS;
    // Taken before it is looked what they watch: who asks again meanwhile comes again.
    Set<LiveSocket> fresh = new HashSet<>(newcomers);
    newcomers.removeAll(fresh);
    try {
      follow(fresh);
    } catch (RuntimeException away) {
      LOG.log(Level.DEBUG, "Who watches is told a moment later", away);
      newcomers.addAll(fresh);
      isBehind = true;
      pause = RETRY_MILLIS;
    }
    return pause;
  }

  private void follow(Set<LiveSocket> fresh) {
    Set<String> watched = new HashSet<>(sockets.watched());
    known.keySet().retainAll(watched);
    OfferFollower.Changes changes = offers.changes();
    boolean isAnything = changes.isEverything() || isBehind;
    Set<String> asked = new HashSet<>();
    for (String sku : watched) {
      Optional<Offer> before = known.get(sku);
      if (before == null || isAnything || mayDiffer(before, changes)) {
        asked.add(sku);
      }
    }
    read(asked);
    isBehind = false;
    fresh.forEach(socket -> socket.skus().forEach(sku -> tell(socket, sku)));
  }

  private static boolean mayDiffer(Optional<Offer> before, OfferFollower.Changes changes) {
    return before
        .map(offer -> changes.products().contains(offer.product()))
        .orElse(changes.isMoreThanKnown());
  }

  private void read(Set<String> asked) {
    List<String> all = new ArrayList<>(asked);
    for (int from = 0; from < all.size(); from += OfferFollower.MOST) {
      List<String> some = all.subList(from, Math.min(all.size(), from + OfferFollower.MOST));
      Map<String, Offer> found = new HashMap<>();
      offers.read(some).forEach(offer -> found.put(offer.sku(), offer));
      for (String sku : some) {
        Optional<Offer> now = Optional.ofNullable(found.get(sku));
        if (!Objects.equals(known.put(sku, now), now)) {
          sockets.watching(sku).forEach(socket -> tell(socket, sku));
        }
      }
    }
  }

  private void tell(LiveSocket socket, String sku) {
    Optional<Offer> offer = known.get(sku);
    if (offer == null) {
      return;
    }
    socket.tell("stock:" + sku, offer.map(LiveFrames::stock).orElseGet(() -> LiveFrames.gone(sku)));
    offer.ifPresent(
        one -> socket.tell("price:" + sku, LiveFrames.price(one, socket.visitor().language())));
  }
}
