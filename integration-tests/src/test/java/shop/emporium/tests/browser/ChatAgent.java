package shop.emporium.tests.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Somebody who answers shoppers, by the frames of docs/CHAT.md, as the console would send them.
 *
 * <p>Is there from the beginning, until {@link #close}.
 */
final class ChatAgent implements AutoCloseable {

  private static final String CONNECT =
      """
      () => new Promise((resolve, reject) => {
        window.agentFrames = [];
        const address = `${location.origin.replace(/^http/, 'ws')}/chat?as=agent&lang=en`;
        window.socket = new WebSocket(address);
        socket.addEventListener('message', ({ data }) => {
          agentFrames.push(JSON.parse(data));
          if (agentFrames.length === 1) {
            resolve();
          }
        });
        socket.addEventListener('close', ({ code }) => reject(new Error(String(code))));
      })
      """;

  private final Page page;

  ChatAgent(ShopBrowser shop) {
    page = shop.visit(Device.DESKTOP);
    page.request()
        .post(
            "/api/v1/session",
            RequestOptions.create()
                .setData(Map.of("email", "agent@example.com", "password", "Demo-store-2026!")));
    page.navigate("/help");
    page.evaluate(CONNECT);
    send(Map.of("type", "presence", "status", "online"));
  }

  /** Looks at a conversation and takes it, whether or not it was given to this agent already. */
  void take(long conversation) {
    send(Map.of("type", "open", "conversation", conversation, "after", 0));
    move("take", conversation);
    heard("conversation.*\"status\":\"open\"");
  }

  void say(long conversation, String text) {
    send(Map.of("type", "say", "id", id(), "conversation", conversation, "text", text));
  }

  void typing(long conversation) {
    send(Map.of("type", "typing", "conversation", conversation));
  }

  /** Has seen everything up to that message. */
  void read(long conversation, int number) {
    send(Map.of("type", "read", "conversation", conversation, "number", number));
  }

  void finish(long conversation) {
    move("close", conversation);
  }

  /** Waits until a frame has come that looks like this. */
  void heard(String pattern) {
    Pattern wanted = Pattern.compile(pattern);
    page.waitForCondition(
        () ->
            wanted
                .matcher(
                    (String) page.evaluate("() => agentFrames.map(JSON.stringify).join('\\n')"))
                .find());
  }

  private void move(String type, long conversation) {
    send(Map.of("type", type, "id", id(), "conversation", conversation));
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }

  private void send(Map<String, Object> frame) {
    Map<String, Object> plain = new HashMap<>(frame);
    // The browser's driver knows no long numbers.
    plain.replaceAll((field, value) -> value instanceof Long number ? number.intValue() : value);
    page.evaluate("frame => socket.send(JSON.stringify(frame))", plain);
  }

  /** Is not there any more. */
  @Override
  public void close() {
    page.evaluate("() => socket.send(JSON.stringify({ type: 'presence', status: 'away' }))");
    page.context().close();
  }
}
