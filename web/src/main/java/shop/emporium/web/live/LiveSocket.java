package shop.emporium.web.live;

import jakarta.websocket.Session;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import shop.emporium.web.shared.Allowance;
import shop.emporium.web.shared.BrowserSocket;

/**
 * One browser that listens. Frames are states: of those that wait to be sent only the newest about
 * each thing is kept, and one that says nothing new is not sent, so that a browser that reads
 * slowly costs little and hears what is so.
 */
final class LiveSocket extends BrowserSocket {

  private final LiveVisitor visitor;
  private final Map<String, String> told = new HashMap<>(4);
  private final Map<String, String> waiting = new LinkedHashMap<>(4);
  private volatile Set<String> skus = Set.of();
  private volatile long cart;

  LiveSocket(Session session, LiveVisitor visitor, long now) {
    super(
        session,
        "/live",
        new Allowance(LiveLimits.MESSAGES_AT_ONCE, LiveLimits.MESSAGES_A_SECOND, now),
        now);
    this.visitor = visitor;
  }

  LiveVisitor visitor() {
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

  @Override
  protected Optional<Frame> takeNext() {
    Iterator<Map.Entry<String, String>> all = waiting.entrySet().iterator();
    if (!all.hasNext()) {
      return Optional.empty();
    }
    Map.Entry<String, String> first = all.next();
    all.remove();
    told.put(first.getKey(), first.getValue());
    return Optional.of(Frame.of(first.getValue()));
  }
}
