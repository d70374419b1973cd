package shop.emporium.web.shared;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Looks after the sockets of this node once a second: asks quiet ones for a sign of life, ends
 * those that are gone, too slow, or whose sign-in has ended.
 */
public abstract class Heartbeat<S extends BrowserSocket> {

  private static final System.Logger LOG = System.getLogger(Heartbeat.class.getName());

  /** Seconds between two looks at the sign-ins, and at what may have been missed. */
  protected static final int THOROUGHLY_EVERY = 5;

  @Resource private ManagedScheduledExecutorService scheduler;
  @Resource private ManagedExecutorService executor;

  private ScheduledFuture<?> beats;
  private int beat;

  /** The sockets of this node, as they are at each moment. */
  protected abstract Set<S> all();

  /** Has a socket be one of them no more. */
  protected abstract void remove(S socket);

  /** Those of these sign-ins that hold. */
  protected abstract Set<Long> holding(Collection<Long> signIns);

  /** Why else a socket is to be closed now; empty when it may stay. */
  protected Optional<SocketClose> fault(S socket, long now) {
    return Optional.empty();
  }

  /** What else is done each second. */
  protected void lookAround() {}

  /** What else is done every {@value #THOROUGHLY_EVERY} seconds. */
  protected void lookThoroughly() {}

  /** What else ends with the last socket. */
  protected void leaveOff() {}

  /** Begins with the first socket of this node, which must be one of {@link #all} by now. */
  public synchronized void begin() {
    if (beats == null) {
      beats = scheduler.scheduleWithFixedDelay(this::beat, 1, 1, TimeUnit.SECONDS);
    }
  }

  /**
   * Ends with the last one: a node that is suspended closes its sockets, and would complain of each
   * task that it may not run. Who comes while the last one leaves either is seen here, or begins
   * after this.
   */
  public synchronized void restIfEmpty() {
    if (all().isEmpty()) {
      leaveOff();
      rest();
    }
  }

  @PreDestroy
  protected synchronized void rest() {
    if (beats != null) {
      beats.cancel(false);
      beats = null;
    }
  }

  private void beat() {
    try {
      long now = System.nanoTime();
      all().forEach(socket -> look(socket, now));
      lookAround();
      beat++;
      if (beat % THOROUGHLY_EVERY == 0) {
        lookThoroughly();
        endSignedOut();
      }
    } catch (RuntimeException failed) {
      LOG.log(Level.DEBUG, "The next second will do", failed);
    }
  }

  private void look(S socket, long now) {
    Optional<SocketClose> fault = fault(socket, now);
    if (socket.isSlow(now)) {
      end(socket, SocketClose.TOO_SLOW);
    } else if (socket.isGone(now)) {
      end(socket, SocketClose.SILENT);
    } else if (fault.isPresent()) {
      end(socket, fault.get());
    } else if (socket.isQuiet(now)) {
      socket.ask(now);
    }
  }

  private void endSignedOut() {
    keep(all().stream().filter(socket -> socket.signIn().isPresent()).toList());
  }

  /** Those of these sockets whose visitors are still who they were; the others are ended. */
  public List<S> keep(Collection<S> checked) {
    Set<Long> holding =
        holding(checked.stream().flatMap(socket -> socket.signIn().stream()).toList());
    List<S> kept = new ArrayList<>();
    for (S socket : checked) {
      if (socket.signIn().map(holding::contains).orElse(true)) {
        kept.add(socket);
      } else {
        end(socket, SocketClose.SIGNED_OUT);
      }
    }
    return kept;
  }

  /** Not here: to say goodbye to somebody who does not read takes a while. */
  private void end(S socket, SocketClose why) {
    remove(socket);
    executor.execute(() -> socket.close(why));
  }
}
