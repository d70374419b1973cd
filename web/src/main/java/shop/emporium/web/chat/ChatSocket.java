package shop.emporium.web.chat;

import jakarta.websocket.Session;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import shop.emporium.web.shared.Allowance;
import shop.emporium.web.shared.BrowserSocket;

/**
 * One browser that talks. Frames are sent one after the other, in the order in which they were
 * told; who takes them so slowly that too many wait is dropped, and comes again from the message
 * that it has shown last.
 */
final class ChatSocket extends BrowserSocket {

  private final ChatVisitor visitor;
  private final Queue<Frame> waiting = new ArrayDeque<>();
  private final Map<String, String> states = new HashMap<>(4);

  /** The number of the message that was sent last, by the conversation that it looks at. */
  private final ConcurrentMap<Long, Integer> sent = new ConcurrentHashMap<>(2);

  /** The same conversations, the one that was opened first at the front. */
  private final Set<Long> opened = new LinkedHashSet<>();

  private boolean isOverrun;
  private volatile long spokeAt;
  private volatile String page = "";

  ChatSocket(Session session, ChatVisitor visitor, long now) {
    super(
        session,
        "/chat",
        new Allowance(ChatLimits.FRAMES_AT_ONCE, ChatLimits.FRAMES_A_SECOND, now),
        now);
    this.visitor = visitor;
    this.spokeAt = now;
  }

  ChatVisitor visitor() {
    return visitor;
  }

  @Override
  protected String address() {
    return visitor.address();
  }

  @Override
  public Optional<Long> signIn() {
    return visitor.signIn();
  }

  /** The conversations that it looks at. */
  Set<Long> conversations() {
    return sent.keySet();
  }

  /** The one that it was asked to look at before all others. */
  synchronized Optional<Long> oldest() {
    return opened.stream().findFirst();
  }

  /** The conversation that is named; where none is (0), the newest that it looks at, or 0. */
  long meant(long named) {
    return named != 0 ? named : conversations().stream().max(Long::compare).orElse(0L);
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
      opened.remove(conversation);
      opened.add(conversation);
      states.remove(stateOf(conversation));
    }
  }

  /** Looks at it no more. */
  void leave(long conversation) {
    sent.remove(conversation);
    synchronized (this) {
      opened.remove(conversation);
      states.remove(stateOf(conversation));
    }
  }

  /** Where in the shop the shopper is. */
  String page() {
    return page;
  }

  void turnTo(String path) {
    page = path;
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
      waiting.add(new Frame(frame, whenSent));
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

  @Override
  protected Optional<Frame> takeNext() {
    return Optional.ofNullable(waiting.poll());
  }

  /** Also when more waits than may: it has missed something, and must come again. */
  @Override
  public synchronized boolean isSlow(long now) {
    return isOverrun || super.isSlow(now);
  }

  /** Notes that the browser has said something. */
  void spoke(long now) {
    spokeAt = now;
  }

  /** Whether it has said nothing for too long. */
  boolean isIdle(long now) {
    return now - spokeAt > ChatLimits.IDLE.toNanos();
  }
}
