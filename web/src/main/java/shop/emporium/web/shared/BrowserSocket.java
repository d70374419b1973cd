package shop.emporium.web.shared;

import jakarta.websocket.CloseReason;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One browser at a socket: is sent one frame at a time, as it takes them, and asked for signs of
 * life. What waits to be sent, and in which order, each feature knows itself.
 */
public abstract class BrowserSocket {

  private static final System.Logger LOG = System.getLogger(BrowserSocket.class.getName());

  private static final RefusalLog REFUSALS = new RefusalLog(BrowserSocket.class);

  /** After so long without a sign of life a browser is asked for one: well below nginx's 75 s. */
  private static final Duration QUIET = Duration.ofSeconds(25);

  /** After so long without one it is gone. */
  private static final Duration GONE = Duration.ofSeconds(60);

  /** A frame that a browser has not taken by then is the last one that it was sent. */
  private static final Duration SLOW = Duration.ofSeconds(10);

  private final Session session;
  private final String path;
  private final Allowance allowance;
  private final AtomicBoolean isClosed = new AtomicBoolean();
  private boolean isPumping;
  private boolean isSending;
  private long sendingSince;
  private volatile long heardAt;
  private volatile long askedAt;

  /**
   * Something to be sent.
   *
   * @param whenSent is run when the browser has taken it
   */
  public record Frame(String text, Runnable whenSent) {

    /** A frame after which nothing is to be done. */
    public static Frame of(String text) {
      return new Frame(text, () -> {});
    }
  }

  /**
   * A socket that was opened just now.
   *
   * @param path where it was opened, such as {@code /chat}
   * @param allowance how often the browser may say something
   * @param now as {@link System#nanoTime}
   */
  protected BrowserSocket(Session session, String path, Allowance allowance, long now) {
    this.session = session;
    this.path = path;
    this.allowance = allowance;
    this.heardAt = now;
    this.askedAt = now;
  }

  /** From which network address. */
  protected abstract String address();

  /** The sign-in by which it was opened; empty for a guest. */
  public abstract Optional<Long> signIn();

  /**
   * Takes the next frame from what waits; empty when nothing does. Called with this socket locked.
   */
  protected abstract Optional<Frame> takeNext();

  /** Sends what waits, one frame at a time; a frame that was sent calls for the next one. */
  protected final void pump() {
    synchronized (this) {
      if (isPumping) {
        return;
      }
      isPumping = true;
    }
    for (Optional<Frame> frame = next(); frame.isPresent(); frame = next()) {
      send(frame.get());
    }
  }

  private synchronized Optional<Frame> next() {
    Optional<Frame> frame = isSending ? Optional.empty() : takeNext();
    if (frame.isPresent()) {
      isSending = true;
      sendingSince = System.nanoTime();
    } else {
      isPumping = false;
    }
    return frame;
  }

  private void send(Frame frame) {
    try {
      session.getAsyncRemote().sendText(frame.text(), result -> sent(result, frame));
    } catch (RuntimeException closed) {
      LOG.log(Level.DEBUG, "A browser has left", closed);
    }
  }

  private void sent(SendResult result, Frame frame) {
    if (!result.isOK()) {
      // The container closes it; frames for nobody are not sent.
      LOG.log(Level.DEBUG, "A frame was not taken", result.getException());
      return;
    }
    synchronized (this) {
      isSending = false;
    }
    frame.whenSent().run();
    pump();
  }

  /**
   * Hears that the browser says something, and closes the socket where it may not: too often, or
   * too much at once.
   *
   * @param most bytes of a message
   * @return whether it may
   */
  public final boolean maySay(String text, int most, long now) {
    if (isClosed.get()) {
      return false;
    }
    heard(now);
    if (!allowance.take(now)) {
      close(SocketClose.TOO_OFTEN);
      return false;
    }
    // The container looks at each part of a message alone.
    if (text.length() > most || text.getBytes(StandardCharsets.UTF_8).length > most) {
      close(SocketClose.TOO_LONG);
      return false;
    }
    return true;
  }

  /** Hears a sign of life. */
  public final void heard(long now) {
    heardAt = now;
  }

  /** Whether the browser takes its frames too slowly. */
  public synchronized boolean isSlow(long now) {
    return isSending && now - sendingSince > SLOW.toNanos();
  }

  /** Whether it has given no sign of life for too long. */
  public final boolean isGone(long now) {
    return now - heardAt > GONE.toNanos();
  }

  /** Whether it is to be asked for one. */
  public final boolean isQuiet(long now) {
    return now - Math.max(heardAt, askedAt) > QUIET.toNanos();
  }

  /** Asks the browser for a sign of life, which also tells nginx that the connection is in use. */
  public final void ask(long now) {
    askedAt = now;
    try {
      session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
    } catch (IOException | RuntimeException closed) {
      LOG.log(Level.DEBUG, "A browser has left", closed);
    }
  }

  /** Ends it, once. May wait for the browser to take the goodbye. */
  public final void close(SocketClose why) {
    if (!isClosed.compareAndSet(false, true)) {
      return;
    }
    if (why.isFault()) {
      tellRefusal(why.code() + " " + why.words());
    }
    try {
      session.close(why.reason());
    } catch (IOException | RuntimeException closed) {
      LOG.log(Level.DEBUG, "A browser has left", closed);
    }
  }

  /**
   * Hears that it has ended. The words of a reason may be the browser's own, so they are not for
   * the log.
   */
  public final void ended(CloseReason reason) {
    if (!isClosed.get() && SocketClose.isFaultOfContainer(reason)) {
      tellRefusal(String.valueOf(reason.getCloseCode().getCode()));
    }
  }

  private void tellRefusal(String why) {
    REFUSALS.tell("A socket of " + path, address(), why);
  }
}
