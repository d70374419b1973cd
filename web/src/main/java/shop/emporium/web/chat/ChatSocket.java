package shop.emporium.web.chat;

import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import shop.emporium.web.shared.Allowance;

/**
 * One browser that talks. Frames are sent one after the other, in the order in which they were
 * told; who takes them so slowly that too many wait is dropped, and comes again from the message
 * that it has shown last.
 */
final class ChatSocket {

  private static final System.Logger LOG = System.getLogger(ChatSocket.class.getName());

  private final Session session;
  private final ChatVisitor visitor;
  private final Allowance allowance;
  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private final Map<String, String> states = new HashMap<>(4);

  /** The number of the message that was sent last, by the conversation that it looks at. */
  private final ConcurrentMap<Long, Integer> sent = new ConcurrentHashMap<>(2);

  private boolean isOverrun;
  private boolean isPumping;
  private boolean isSending;
  private volatile long sendingSince;
  private volatile long heardAt;
  private volatile long askedAt;
  private volatile long spokeAt;
  private volatile String page = "";

  private record Waiting(String frame, Runnable whenSent) {}

  ChatSocket(Session session, ChatVisitor visitor, long now) {
    this.session = session;
    this.visitor = visitor;
    this.allowance = new Allowance(ChatLimits.FRAMES_AT_ONCE, ChatLimits.FRAMES_A_SECOND, now);
    this.heardAt = now;
    this.askedAt = now;
    this.spokeAt = now;
  }

  ChatVisitor visitor() {
    return visitor;
  }

  /** The conversations that it looks at. */
  Set<Long> conversations() {
    return sent.keySet();
  }

  /** The number of the message that was sent last; -1 for a conversation that it does not see. */
  int sent(long conversation) {
    return sent.getOrDefault(conversation, -1);
  }

  void sent(long conversation, int number) {
    sent.computeIfPresent(conversation, (same, before) -> Math.max(before, number));
  }

  /** Looks at a conversation from the message after this one on. */
  void look(long conversation, int after) {
    sent.put(conversation, after);
    synchronized (this) {
      states.remove(stateOf(conversation));
    }
  }

  /** Looks at it no more. */
  void leave(long conversation) {
    sent.remove(conversation);
  }

  /** Where in the shop the shopper is. */
  String page() {
    return page;
  }

  void turnTo(String path) {
    page = path;
  }

  /** Whether the browser may say one more thing. */
  boolean mayTalk(long now) {
    heardAt = now;
    spokeAt = now;
    return allowance.take(now);
  }

  void heard(long now) {
    heardAt = now;
  }

  /** Tells something. */
  void tell(String frame) {
    tell(frame, () -> {});
  }

  /**
   * Tells something.
   *
   * @param whenSent is run when the browser has taken it
   */
  void tell(String frame, Runnable whenSent) {
    synchronized (this) {
      if (isOverrun || waiting.size() >= ChatLimits.WAITING) {
        // It has missed something: the next look at the sockets ends it.
        isOverrun = true;
        return;
      }
      waiting.add(new Waiting(frame, whenSent));
    }
    pump();
  }

  /** Tells how a conversation stands, unless it was told so before. */
  void tellState(long conversation, String frame) {
    tellState(stateOf(conversation), frame);
  }

  /** Tells how something stands, unless it was told so before. */
  void tellState(String about, String frame) {
    synchronized (this) {
      if (frame.equals(states.put(about, frame))) {
        return;
      }
    }
    tell(frame);
  }

  private static String stateOf(long conversation) {
    return "conversation " + conversation;
  }

  /** Whether more waits than may: it has missed something, and must come again. */
  synchronized boolean isOverrun() {
    return isOverrun;
  }

  /** Sends what waits, one frame at a time; a frame that was sent calls for the next one. */
  private void pump() {
    synchronized (this) {
      if (isPumping) {
        return;
      }
      isPumping = true;
    }
    for (Waiting next = next(); next != null; next = next()) {
      send(next);
    }
  }

  private synchronized Waiting next() {
    if (isSending || waiting.isEmpty()) {
      isPumping = false;
      return null;
    }
    isSending = true;
    sendingSince = System.nanoTime();
    return waiting.remove();
  }

  private void send(Waiting next) {
    try {
      session.getAsyncRemote().sendText(next.frame(), result -> sent(result, next));
    } catch (RuntimeException closed) {
      LOG.log(Level.DEBUG, "A browser has left", closed);
    }
  }

  private void sent(SendResult result, Waiting what) {
    if (!result.isOK()) {
      // The container closes it; frames for nobody are not sent.
      LOG.log(Level.DEBUG, "A frame was not taken", result.getException());
      return;
    }
    synchronized (this) {
      isSending = false;
    }
    what.whenSent().run();
    pump();
  }

  synchronized boolean isSlow(long now) {
    return isSending && now - sendingSince > ChatLimits.SLOW.toNanos();
  }

  boolean isGone(long now) {
    return now - heardAt > ChatLimits.GONE.toNanos();
  }

  boolean isIdle(long now) {
    return now - spokeAt > ChatLimits.IDLE.toNanos();
  }

  boolean isQuiet(long now) {
    return now - Math.max(heardAt, askedAt) > ChatLimits.QUIET.toNanos();
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
  void close(ChatClose why) {
    try {
      session.close(why.reason());
    } catch (IOException | RuntimeException closed) {
      LOG.log(Level.DEBUG, "A browser has left", closed);
    }
  }
}
