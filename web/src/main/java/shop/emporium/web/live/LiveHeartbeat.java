package shop.emporium.web.live;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import shop.emporium.ejb.customer.SignInWatch;

/**
 * Looks after the sockets of this node once a second: asks quiet ones for a sign of life, ends
 * those that are gone, too slow, or whose sign-in has ended.
 */
@ApplicationScoped
public class LiveHeartbeat {

  private static final System.Logger LOG = System.getLogger(LiveHeartbeat.class.getName());

  /**
   * Seconds between two looks at the sign-ins. What is private is checked again when it is sent.
   */
  private static final int SIGN_INS_EVERY = 5;

  @Resource private ManagedScheduledExecutorService scheduler;
  @Resource private ManagedExecutorService executor;
  @Inject private LiveSockets sockets;
  @Inject private SignInWatch signIns;

  private ScheduledFuture<?> beats;
  private int beat;

  /** Begins with the first socket of this node. */
  synchronized void begin() {
    if (beats == null) {
      beats = scheduler.scheduleWithFixedDelay(this::beat, 1, 1, TimeUnit.SECONDS);
    }
  }

  /**
   * Ends with the last one: a node that is suspended closes its sockets, and would complain of each
   * task that it may not run.
   */
  @PreDestroy
  synchronized void rest() {
    if (beats != null) {
      beats.cancel(false);
      beats = null;
    }
  }

  private void beat() {
    try {
      long now = System.nanoTime();
      sockets.all().forEach(socket -> look(socket, now));
      beat++;
      if (beat % SIGN_INS_EVERY == 0) {
        endSignedOut();
      }
    } catch (RuntimeException failed) {
      LOG.log(Level.DEBUG, "The next second will do", failed);
    }
  }

  private void look(LiveSocket socket, long now) {
    if (socket.isSlow(now)) {
      end(socket, LiveClose.TOO_SLOW);
    } else if (socket.isGone(now)) {
      end(socket, LiveClose.SILENT);
    } else if (socket.isQuiet(now)) {
      socket.ask(now);
    }
  }

  private void endSignedOut() {
    List<LiveSocket> signedIn = new ArrayList<>();
    for (LiveSocket socket : sockets.all()) {
      if (socket.visitor().signIn().isPresent()) {
        signedIn.add(socket);
      }
    }
    keep(signedIn);
  }

  /** Those of these sockets whose visitors are still who they were; the others are ended. */
  List<LiveSocket> keep(List<LiveSocket> checked) {
    Set<Long> holding =
        signIns.holding(
            checked.stream().flatMap(socket -> socket.visitor().signIn().stream()).toList());
    List<LiveSocket> kept = new ArrayList<>();
    for (LiveSocket socket : checked) {
      if (socket.visitor().signIn().map(holding::contains).orElse(true)) {
        kept.add(socket);
      } else {
        end(socket, LiveClose.SIGNED_OUT);
      }
    }
    return kept;
  }

  /** Not here: to say goodbye to somebody who does not read takes a while. */
  private void end(LiveSocket socket, LiveClose why) {
    sockets.remove(socket);
    executor.execute(() -> socket.close(why));
  }
}
