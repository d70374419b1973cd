package shop.emporium.web.shared;

import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** A browser that takes its frames at once, or when it is told to. */
public final class FakeSession {

  private final List<String> sent = new ArrayList<>();
  private final List<Integer> closed = new ArrayList<>();
  private final List<SendHandler> unanswered = new ArrayList<>();
  private boolean answersAtOnce = true;

  /** The frames that were sent. */
  public List<String> sent() {
    return sent;
  }

  /** The codes with which it was closed. */
  public List<Integer> closed() {
    return closed;
  }

  /** Takes frames at once from now on, or not. */
  public void answerAtOnce(boolean isReady) {
    answersAtOnce = isReady;
  }

  /** Takes the frame that was sent first. */
  public void answer() {
    unanswered.remove(0).onResult(new SendResult());
  }

  /** Has gone before it took the frame that was sent first. */
  public void fail() {
    unanswered.remove(0).onResult(new SendResult(new IllegalStateException("gone")));
  }

  public Session session() {
    RemoteEndpoint.Async remote =
        fake(
            RemoteEndpoint.Async.class,
            (method, arguments) -> {
              if (method.equals("sendText")) {
                send((String) arguments[0], (SendHandler) arguments[1]);
              }
              return null;
            });
    return fake(
        Session.class,
        (method, arguments) -> {
          if (method.equals("close")) {
            closed.add(((CloseReason) arguments[0]).getCloseCode().getCode());
          }
          return method.equals("getAsyncRemote") ? remote : null;
        });
  }

  private void send(String frame, SendHandler handler) {
    sent.add(frame);
    if (answersAtOnce) {
      handler.onResult(new SendResult());
    } else {
      unanswered.add(handler);
    }
  }

  private interface Call {
    Object made(String method, Object[] arguments);
  }

  private static <T> T fake(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> call.made(method.getName(), arguments)));
  }
}
