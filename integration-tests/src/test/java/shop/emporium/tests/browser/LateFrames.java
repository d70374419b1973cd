package shop.emporium.tests.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.regex.Pattern;

/** Frames of one type that a page's chat is to hear later than others. */
final class LateFrames {

  private final String mark;
  private final Queue<String> held = new ArrayDeque<>();
  private WebSocketRoute page;
  private boolean isHolding;

  private LateFrames(String type) {
    mark = "\"type\":\"" + type + "\"";
  }

  /** For a page that has not opened its chat yet; all goes through until {@link #hold}. */
  static LateFrames to(Page page, String type) {
    LateFrames late = new LateFrames(type);
    page.routeWebSocket(Pattern.compile("/chat[?]"), late::connect);
    return late;
  }

  private void connect(WebSocketRoute route) {
    page = route;
    held.clear();
    route
        .connectToServer()
        .onMessage(
            frame -> {
              if (isHolding && frame.text().contains(mark)) {
                held.add(frame.text());
              } else {
                route.send(frame.text());
              }
            });
  }

  void hold() {
    isHolding = true;
  }

  /** Whether something is held. */
  boolean hasHeld() {
    return !held.isEmpty();
  }

  /** Hands on what was held, and all that comes from now on. */
  void release() {
    isHolding = false;
    held.forEach(page::send);
    held.clear();
  }
}
