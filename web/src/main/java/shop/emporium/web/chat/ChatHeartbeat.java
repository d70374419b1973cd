package shop.emporium.web.chat;

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
 * those that are gone, too slow, idle, or whose sign-in has ended; and tells shoppers when there is
 * somebody to answer, or nobody any more.
 */
@ApplicationScoped
public class ChatHeartbeat {

  private static final System.Logger LOG = System.getLogger(ChatHeartbeat.class.getName());

  /** Seconds between two looks at the sign-ins, and at what may have been missed. */
  private static final int THOROUGHLY_EVERY = 5;

  @Resource private ManagedScheduledExecutorService scheduler;
  @Resource private ManagedExecutorService executor;
  @Inject private ChatSockets sockets;
  @Inject private ChatPresence presences;
  @Inject private ChatPush push;
  @Inject private SignInWatch signIns;
  @Inject private ShownPresence shown;

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
  synchronized void restIfEmpty() {
    if (sockets.all().isEmpty()) {
      presences.repair();
      rest();
    }
  }

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
      tellPresence();
      beat++;
      if (beat % THOROUGHLY_EVERY == 0) {
        push.lookAgain();
        presences.repair();
        endSignedOut();
      }
    } catch (RuntimeException failed) {
      LOG.log(Level.DEBUG, "The next second will do", failed);
    }
  }

  private void look(ChatSocket socket, long now) {
    if (socket.isSlow(now) || socket.isOverrun()) {
      end(socket, ChatClose.TOO_SLOW);
    } else if (socket.isGone(now)) {
      end(socket, ChatClose.SILENT);
    } else if (socket.isIdle(now) && !socket.visitor().isAgent()) {
      end(socket, ChatClose.IDLE);
    } else if (socket.isQuiet(now)) {
      socket.ask(now);
    }
  }

  private void tellPresence() {
    String frame = ChatFrames.agents(shown.now());
    for (ChatSocket socket : sockets.all()) {
      if (!socket.visitor().isAgent()) {
        socket.tellState("agents", frame);
      }
    }
  }

  private void endSignedOut() {
    List<ChatSocket> signedIn = new ArrayList<>();
    for (ChatSocket socket : sockets.all()) {
      if (socket.visitor().signIn().isPresent()) {
        signedIn.add(socket);
      }
    }
    Set<Long> holding =
        signIns.holding(
            signedIn.stream().flatMap(socket -> socket.visitor().signIn().stream()).toList());
    for (ChatSocket socket : signedIn) {
      if (!holding.contains(socket.visitor().signIn().orElseThrow())) {
        end(socket, ChatClose.SIGNED_OUT);
      }
    }
  }

  /** Not here: to say goodbye to somebody who does not read takes a while. */
  private void end(ChatSocket socket, ChatClose why) {
    presences.leave(socket);
    executor.execute(() -> socket.close(why));
  }
}
