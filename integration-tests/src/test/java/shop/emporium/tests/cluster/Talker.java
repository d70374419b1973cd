package shop.emporium.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Somebody who chats, as a page does: keeps what he said until it is answered, says it again after
 * a lost connection, and goes on from the last message that he was shown. Finds out whether a
 * message was shown twice, left out or in another order.
 */
final class Talker implements AutoCloseable {

  static final String SHOPPER = "/chat?lang=en";
  static final String AGENT = "/chat?as=agent&lang=en";

  private final Shop.Visitor visitor;
  private final String path;
  private final Map<String, JsonObject> unanswered = new LinkedHashMap<>();
  private final Map<Integer, JsonObject> shown = new LinkedHashMap<>();
  private Socket socket;
  private long conversation;
  private int read;
  private int answeredRefusals;

  private Talker(Shop.Visitor visitor, String path) {
    this.visitor = visitor;
    this.path = path;
  }

  /** A guest, connected to a node. */
  static Talker guest(String node) throws IOException {
    return shopper(Shop.visitor(), node);
  }

  /** A shopper with this browser, connected to a node (null: through nginx). */
  static Talker shopper(Shop.Visitor visitor, String node) throws IOException {
    assertThat(visitor.call("POST", Shop.uri("/api/v1/chat"), null).statusCode()).isEqualTo(200);
    Talker talker = new Talker(visitor, SHOPPER);
    talker.connect(node);
    return talker;
  }

  /** The sample shop's agent, who looks at a conversation; connected to a node. */
  static Talker agent(String node) throws IOException {
    Shop.Visitor visitor = Shop.visitor();
    assertThat(
            visitor
                .post(
                    "/api/v1/session",
                    "{\"email\":\"agent@example.com\",\"password\":\"Demo-store-2026!\"}")
                .statusCode())
        .isEqualTo(200);
    Talker talker = new Talker(visitor, AGENT);
    talker.connect(node);
    // A node remembers that an agent was away.
    talker.socket.say("{\"type\":\"presence\",\"status\":\"online\"}");
    return talker;
  }

  /** Connects, or connects anew; tries as long as a page would. */
  void connect(String node) {
    if (socket != null) {
      socket.close();
    }
    read = 0;
    answeredRefusals = 0;
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptionsMatching(CompletionException.class::isInstance)
        .until(
            () -> {
              socket = Socket.open(visitor, node, path, null);
              return true;
            });
    socket.await(heard -> heard.is("hello"));
    if (conversation != 0 || path.equals(SHOPPER)) {
      open(conversation);
    }
    List.copyOf(unanswered.values()).forEach(frame -> socket.say(frame.toString()));
  }

  /** Looks at a conversation, from the last message on that was shown. */
  void open(long wanted) {
    conversation = wanted;
    socket.say(frame("open").add("after", shown.size()).build().toString());
  }

  private JsonObjectBuilder frame(String type) {
    return Json.createObjectBuilder().add("type", type).add("conversation", conversation);
  }

  Socket socket() {
    return socket;
  }

  long conversation() {
    return conversation;
  }

  /** Says something, and does not wait for the answer. */
  String say(String text) {
    String id = UUID.randomUUID().toString();
    send(id, frame("say").add("id", id).add("text", text).build());
    return id;
  }

  /** Wants something, and waits until it is done. */
  void want(String type) {
    want(frame(type));
  }

  /** The same with more fields. */
  void want(JsonObjectBuilder frame) {
    String id = UUID.randomUUID().toString();
    JsonObject wanted = frame.add("id", id).build();
    send(id, wanted);
    JsonObject answer =
        socket
            .await(
                heard ->
                    (heard.is("done") || heard.is("refused"))
                        && heard.frame().getString("id").equals(id))
            .frame();
    assertThat(answer.getString("type")).as("%s: %s", wanted, answer).isEqualTo("done");
    unanswered.remove(id);
  }

  JsonObjectBuilder wish(String type) {
    return frame(type);
  }

  private void send(String id, JsonObject frame) {
    unanswered.put(id, frame);
    try {
      socket.say(frame.toString());
    } catch (CompletionException gone) {
      // Said again when the connection is back.
    }
  }

  /** Takes in what was heard since the last time. */
  void listen() {
    List<Socket.Heard> all = socket.heard();
    for (Socket.Heard heard : all.subList(read, all.size())) {
      JsonObject frame = heard.frame();
      if (heard.is("saved")) {
        unanswered.remove(frame.getString("id"));
        conversation = frame.getJsonNumber("conversation").longValue();
      } else if (heard.is("messages")) {
        conversation = frame.getJsonNumber("conversation").longValue();
        frame.getJsonArray("messages").getValuesAs(JsonObject.class).forEach(this::show);
      }
    }
    read = all.size();
  }

  private void show(JsonObject message) {
    int number = message.getInt("number");
    assertThat(number).as("shown once and in order").isEqualTo(shown.size() + 1);
    shown.put(number, message);
  }

  /** Waits until all is answered, and what was asked for is shown. */
  void awaitShown(int messages) {
    try {
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () -> {
                listen();
                return unanswered.isEmpty() && shown.size() >= messages;
              });
    } catch (ConditionTimeoutException missing) {
      throw new AssertionError(
          "shown %d of %d, %d unanswered, open %s"
              .formatted(shown.size(), messages, unanswered.size(), socket.isOpen()),
          missing);
    }
  }

  /** Whether all that was said is answered. */
  boolean isAnswered() {
    listen();
    return unanswered.isEmpty();
  }

  /** Says again what was refused for a reason that passes, as a page does. */
  void sayAgainWhatWasTooOften() {
    List<Socket.Heard> refused =
        socket.heard().stream().filter(heard -> heard.is("refused")).toList();
    for (Socket.Heard heard :
        refused.subList(Math.min(answeredRefusals, refused.size()), refused.size())) {
      JsonObject frame = unanswered.get(heard.frame().getString("id"));
      if (frame != null) {
        send(frame.getString("id"), frame);
      }
    }
    answeredRefusals = refused.size();
  }

  Shop.Visitor visitor() {
    return visitor;
  }

  /** What was shown, in its order. */
  List<JsonObject> shown() {
    listen();
    return new ArrayList<>(shown.values());
  }

  /** The texts that one side said, in their order. */
  List<String> texts(String from) {
    return shown().stream()
        .filter(message -> message.getString("kind").equals("text"))
        .filter(message -> message.getString("from").equals(from))
        .map(message -> message.getString("text"))
        .toList();
  }

  @Override
  public void close() {
    socket.close();
  }
}
