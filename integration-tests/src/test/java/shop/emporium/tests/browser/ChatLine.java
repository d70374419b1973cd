package shop.emporium.tests.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The socket of a page's chat as the browser sees it: which node is at its other end, and how long
 * the page was without one.
 */
final class ChatLine {

  private final Set<String> sockets = new HashSet<>();
  private String node = "";
  private double lostAt;
  private Duration longest = Duration.ZERO;
  private int connections;
  private final List<String> story = new ArrayList<>();

  /** Listens from now on: for a page that has not opened its chat yet. */
  ChatLine(Page page) {
    CDPSession network = page.context().newCDPSession(page);
    network.on("Network.webSocketCreated", this::create);
    network.on("Network.webSocketHandshakeResponseReceived", this::connect);
    network.on("Network.webSocketClosed", this::lose);
    network.send("Network.enable");
  }

  private void create(JsonObject event) {
    if (event.get("url").getAsString().contains("/chat?")) {
      sockets.add(id(event));
      note(event, "tries");
    }
  }

  private void connect(JsonObject event) {
    JsonObject response = event.getAsJsonObject("response");
    if (!sockets.contains(id(event)) || response.get("status").getAsInt() != 101) {
      return;
    }
    node = response.getAsJsonObject("headers").get("X-Served-By").getAsString();
    connections++;
    note(event, "is connected with " + node);
    if (lostAt > 0) {
      Duration away = Duration.ofMillis(Math.round((at(event) - lostAt) * 1000));
      longest = away.compareTo(longest) > 0 ? away : longest;
      lostAt = 0;
    }
  }

  private void lose(JsonObject event) {
    if (!sockets.remove(id(event))) {
      return;
    }
    note(event, "is closed");
    if (lostAt == 0) {
      lostAt = at(event);
    }
  }

  private void note(JsonObject event, String what) {
    if (event.has("timestamp")) {
      story.add(String.format(Locale.ROOT, "%.2f %s", at(event), what));
    } else {
      story.add(what);
    }
  }

  private static String id(JsonObject event) {
    return event.get("requestId").getAsString();
  }

  private static double at(JsonObject event) {
    return event.get("timestamp").getAsDouble();
  }

  /** The node that took the last handshake; empty before the first. */
  String node() {
    return node;
  }

  /** How many handshakes worked. */
  int connections() {
    return connections;
  }

  /** Leaves out what was until now, such as that a page was loaded anew. */
  void forgetLosses() {
    longest = Duration.ZERO;
  }

  /** What became of it, for whom a failed test is to be explained: with times in seconds. */
  String story() {
    return String.join("; ", story);
  }

  /** The longest time from the end of a connection to the next one. */
  Duration longestLoss() {
    return longest;
  }
}
