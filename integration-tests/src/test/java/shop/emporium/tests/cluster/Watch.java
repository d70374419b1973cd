package shop.emporium.tests.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/**
 * Looks at one address again and again for what a product costs and whether there is any, and keeps
 * the largest age at which it was still shown the state before.
 */
final class Watch implements Runnable {

  /**
   * What the shop must show, since when.
   *
   * @param priceMinor in hundredths
   * @param available pieces; 0 or so many that no page counts them
   * @param since when the database had it, as {@link System#nanoTime}
   */
  record State(int priceMinor, int available, long since) {}

  private final URI address;
  private final Locale language;
  private final boolean json;
  private final UnaryOperator<String> part;
  private final AtomicReference<State> wanted;
  private final Shop.Visitor visitor = Shop.visitor();
  private volatile State shown;
  private volatile Duration oldest = Duration.ZERO;
  private volatile String fault;

  /**
   * A watch.
   *
   * @param language what a browser would prefer, or null for an interface without texts
   * @param part what of the answer is about the product
   * @param wanted what there is to see; null while it changes
   */
  Watch(URI address, Locale language, UnaryOperator<String> part, AtomicReference<State> wanted) {
    this.address = address;
    this.language = language;
    this.json = language == null;
    this.part = part;
    this.wanted = wanted;
  }

  @Override
  public void run() {
    State before = wanted.get();
    long asked = System.nanoTime();
    String about;
    try {
      HttpRequest.Builder request = HttpRequest.newBuilder(address);
      if (language != null) {
        request.header("Accept-Language", language.getLanguage());
      }
      about = part.apply(visitor.send(request).body());
    } catch (IOException | RuntimeException broken) {
      fault = address + " " + broken;
      return;
    }
    // An answer that overlaps a change may show either side of it.
    if (before == null || !before.equals(wanted.get())) {
      return;
    }
    if (shows(about, before)) {
      shown = before;
    } else {
      Duration age = Duration.ofNanos(asked - before.since());
      oldest = age.compareTo(oldest) > 0 ? age : oldest;
    }
  }

  private boolean shows(String about, State state) {
    if (json) {
      return about.contains(
              "\"%d.%02d\"".formatted(state.priceMinor() / 100, state.priceMinor() % 100))
          && about.contains("\"available\":%d".formatted(state.available()));
    }
    boolean german = language.equals(Locale.GERMAN);
    String price =
        "%d%s%02d"
            .formatted(state.priceMinor() / 100, german ? "," : ".", state.priceMinor() % 100);
    String there = german ? "Auf Lager" : "In stock";
    String gone = german ? "Ausverkauft" : "Sold out";
    return about.contains(price) && about.contains(state.available() > 0 ? there : gone);
  }

  boolean hasSeen(State state) {
    return state.equals(shown);
  }

  URI address() {
    return address;
  }

  /**
   * The largest time between a change and a request that was still answered with what was before.
   */
  Duration oldest() {
    return oldest;
  }

  /** The last request that broke, or null. */
  String fault() {
    return fault;
  }
}
