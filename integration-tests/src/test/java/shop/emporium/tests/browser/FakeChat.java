package shop.emporium.tests.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A shop at the other end of the chat's socket that says what a test wants, when it wants it: what
 * a real one does only when it dies at the right moment.
 *
 * <p>It answers {@code open} as it should, with conversation 1001, and nothing else. Playwright for
 * Java fails when a page with such a socket goes elsewhere: tests stay where they are.
 */
final class FakeChat {

  private static final int CONVERSATION = 1001;

  private final Page page;
  private final List<JsonObject> heard = new ArrayList<>();
  private final List<JsonObject> said = new ArrayList<>();
  private WebSocketRoute socket;
  private int sockets;
  private int keys;

  /** Stands between that page and the shop from now on. */
  FakeChat(Page page) {
    this.page = page;
    page.route("**/api/v1/chat", this::giveKey);
    page.routeWebSocket(Pattern.compile("/chat[?]"), this::connect);
  }

  private void giveKey(Route route) {
    keys++;
    route.fulfill(
        new Route.FulfillOptions()
            .setContentType("application/json")
            .setBody("{\"signedIn\":false,\"conversation\":1001,\"agents\":\"online\"}"));
  }

  private void connect(WebSocketRoute route) {
    socket = route;
    sockets++;
    route.onMessage(frame -> hear(JsonParser.parseString(frame.text()).getAsJsonObject()));
    send("{\"type\":\"hello\",\"role\":\"shopper\",\"signedIn\":false,\"agents\":\"online\"}");
  }

  private void hear(JsonObject frame) {
    heard.add(frame);
    if (frame.get("type").getAsString().equals("open")) {
      int after = frame.get("after").getAsInt();
      stands("open");
      tell(said.stream().filter(message -> message.get("number").getAsInt() > after).toList());
    }
  }

  /** How the conversation stands. */
  void stands(String status) {
    send(
        """
        {"type":"conversation","conversation":%d,"status":"%s","place":0,"last":%d,"contact":false,"rated":0,
         "agent":{"id":7,"name":"Rosa","presence":"online"},
         "shopper":{"delivered":0,"read":0},"agents":{"delivered":0,"read":0}}
        """
            .formatted(CONVERSATION, status, said.size()));
  }

  /** What an agent says now, without telling it yet. */
  JsonObject keep(String text) {
    JsonObject message = new JsonObject();
    message.addProperty("number", said.size() + 1);
    message.addProperty("id", "message-" + (said.size() + 1));
    message.addProperty("from", "agent");
    message.addProperty("name", "Rosa");
    message.addProperty("kind", "text");
    message.addProperty("text", text);
    message.addProperty("at", "2026-11-26T14:03:00Z");
    said.add(message);
    return message;
  }

  /** Tells the page of these messages. */
  void tell(List<JsonObject> messages) {
    JsonArray all = new JsonArray();
    messages.forEach(all::add);
    JsonObject frame = new JsonObject();
    frame.addProperty("type", "messages");
    frame.addProperty("conversation", CONVERSATION);
    frame.addProperty("more", false);
    frame.add("messages", all);
    send(frame.toString());
  }

  /** Keeps what the shopper said, as the shop does, and answers it. */
  void save(JsonObject say) {
    JsonObject message = keep(say.get("text").getAsString());
    message.add("id", say.get("id"));
    message.addProperty("from", "shopper");
    JsonObject saved = new JsonObject();
    saved.addProperty("type", "saved");
    saved.add("id", say.get("id"));
    saved.addProperty("conversation", CONVERSATION);
    saved.add("number", message.get("number"));
    send(saved.toString());
    tell(List.of(message));
  }

  /** Refuses what the shopper said. */
  void refuse(JsonObject say, String reason) {
    JsonObject refused = new JsonObject();
    refused.addProperty("type", "refused");
    refused.add("id", say.get("id"));
    refused.addProperty("reason", reason);
    send(refused.toString());
  }

  /** Ends the connection, and waits until the page has another. */
  void end(int code) {
    int before = sockets;
    int opened = all("open").size();
    // Without a reason Playwright fails.
    socket.close(new WebSocketRoute.CloseOptions().setCode(code).setReason("test"));
    page.waitForCondition(() -> sockets > before && all("open").size() > opened);
  }

  /** The frame of that type that came last, when there are so many of them. */
  JsonObject await(String type, int count) {
    page.waitForCondition(() -> all(type).size() >= count);
    return all(type).get(count - 1);
  }

  /** All frames of a type that the page has sent. */
  List<JsonObject> all(String type) {
    Predicate<JsonObject> isOfType = frame -> frame.get("type").getAsString().equals(type);
    return heard.stream().filter(isOfType).toList();
  }

  /** How often the page has asked for a key. */
  int keys() {
    return keys;
  }

  private void send(String frame) {
    socket.send(frame);
  }
}
