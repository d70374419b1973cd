package shop.emporium.web.live;

import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import shop.emporium.web.shared.Allowance;

/**
 * One browser that listens. Frames are states: of those that wait to be sent only the newest about
 * each thing is kept, and one that says nothing new is not sent, so that a browser that reads
 * slowly costs little and hears what is so.
 */
final class LiveSocket {

  private static final System.Logger LOG = System.getLogger(LiveSocket.class.getName());

  private final Session session;
  private final LiveVisitor visitor;
  private final Allowance allowance;
  private final Map<String, String> told = new HashMap<>(4);
  private final Map<String, String> waiting = new LinkedHashMap<>(4);
  private boolean isPumping;
  private boolean isSending;
  private volatile long sendingSince;
  private volatile long heardAt;
  private volatile long askedAt;
  private volatile Set<String> skus = Set.of();
  private volatile long cart;

  LiveSocket(Session session, LiveVisitor visitor, long now) {
    this.session = session;
    this.visitor = visitor;
    this.allowance = new Allowance(LiveLimits.MESSAGES_AT_ONCE, LiveLimits.MESSAGES_A_SECOND, now);
    this.heardAt = now;
    this.askedAt = now;
  }

  LiveVisitor visitor() {
    return visitor;
  }

  /** What it watches. */
  Set<String> skus() {
    return skus;
  }

  void watch(Set<String> wanted) {
    skus = Set.copyOf(wanted);
    synchronized (this) {
      told.keySet().removeIf(about -> isOfOther(about, wanted));
      waiting.keySet().removeIf(about -> isOfOther(about, wanted));
    }
  }

  private static boolean isOfOther(String about, Set<String> wanted) {
    int colon = about.indexOf(':');
    return colon >= 0 && !wanted.contains(about.substring(colon + 1));
  }

  /** The id of the guest's cart that it listens to, or 0. */
  long cart() {
    return cart;
  }

  void listenTo(long cartId) {
    cart = cartId;
  }

  /** Whether the browser may say one more thing. */
  boolean mayTalk(long now) {
    heardAt = now;
    return allowance.take(now);
  }

  void heard(long now) {
    heardAt = now;
  }

  /**
   * Tells what something is now.
   *
   * @param about one frame waits for each, such as {@code cart} or {@code stock:KST-1}
   */
  void tell(String about, String frame) {
    synchronized (this) {
      String newest = waiting.getOrDefault(about, told.get(about));
      if (frame.equals(newest)) {
        return;
      }
      waiting.put(about, frame);
    }
    pump();
  }

  /** Sends what waits, one frame at a time; a frame that was sent calls for the next one. */
  private void pump() {
    synchronized (this) {
      if (isPumping) {
        return;
      }
      isPumping = true;
    }
    for (String frame = next(); frame != null; frame = next()) {
      send(frame);
    }
  }

  private synchronized String next() {
    if (isSending || waiting.isEmpty()) {
      isPumping = false;
      return null;
    }
    Iterator<Map.Entry<String, String>> first = waiting.entrySet().iterator();
    Map.Entry<String, String> entry = first.next();
    first.remove();
    told.put(entry.getKey(), entry.getValue());
    isSending = true;
    sendingSince = System.nanoTime();
    return entry.getValue();
  }

  private void send(String frame) {
    try {
      session.getAsyncRemote().sendText(frame, this::sent);
    } catch (RuntimeException closed) {
      LOG.log(Level.DEBUG, "A browser has left", closed);
    }
  }

  private void sent(SendResult result) {
    if (!result.isOK()) {
      // The container closes it; frames for nobody are not sent.
      LOG.log(Level.DEBUG, "A frame was not taken", result.getException());
      return;
    }
    synchronized (this) {
      isSending = false;
    }
    pump();
  }

  synchronized boolean isSlow(long now) {
    return isSending && now - sendingSince > LiveLimits.SLOW.toNanos();
  }

  boolean isGone(long now) {
    return now - heardAt > LiveLimits.GONE.toNanos();
  }

  boolean isQuiet(long now) {
    return now - Math.max(heardAt, askedAt) > LiveLimits.QUIET.toNanos();
  }

  /** Asks the browser for a sign of life, which also tells nginx that the connection is in use. */
  void ask(long now) {
    askedAt = now;
    try {
      session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
    } catch (IOException | RuntimeException closed) {
      LOG.log(Level.DEBUG, "A browser has left", closed);
    }
  }

  /** Ends it. May wait for the browser to take the goodbye. */
  void close(LiveClose why) {
    try {
      session.close(why.reason());
    } catch (IOException | RuntimeException closed) {
      LOG.log(Level.DEBUG, "A browser has left", closed);
    }
  }
}
