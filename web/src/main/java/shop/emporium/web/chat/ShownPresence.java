package shop.emporium.web.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import shop.emporium.ejb.chat.AgentBoard;
import shop.emporium.ejb.chat.Presence;

/**
 * Whether somebody is there to answer, as shoppers are shown it. That nobody is there is shown
 * after a moment only: an agent whose node has died comes back.
 */
@ApplicationScoped
public class ShownPresence {

  /** How long somebody who has gone still counts as there. */
  static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(5);

  @Inject private AgentBoard agents;

  private Presence last = Presence.OFFLINE;
  private long seenAt;

  /** What shoppers of this node are shown now, in whichever way they learn it. */
  Presence now() {
    return settle(agents.presence(), System.nanoTime());
  }

  /** What is shown when this is how it is, at a moment of {@link System#nanoTime}. */
  synchronized Presence settle(Presence real, long now) {
    if (real != Presence.OFFLINE) {
      last = real;
      seenAt = now;
    } else if (now - seenAt >= GRACE_NANOS) {
      last = Presence.OFFLINE;
    }
    return last;
  }
}
