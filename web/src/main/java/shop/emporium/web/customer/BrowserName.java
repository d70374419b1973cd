package shop.emporium.web.customer;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people call the browser and the device that a {@code User-Agent} tells of. It is there to be
 * recognised by its owner, nothing depends on it.
 *
 * @param browser such as Firefox
 * @param device such as Windows; empty when it is none that we know
 */
record BrowserName(String browser, String device) {

  /** Most browsers claim to be others too, so the first that fits counts. */
  private static final List<Map.Entry<String, String>> BROWSERS =
      List.of(
          Map.entry("Edg", "Edge"),
          Map.entry("OPR/", "Opera"),
          Map.entry("SamsungBrowser/", "Samsung Internet"),
          Map.entry("Firefox/", "Firefox"),
          Map.entry("FxiOS/", "Firefox"),
          Map.entry("CriOS/", "Chrome"),
          Map.entry("Chrome/", "Chrome"),
          Map.entry("Safari/", "Safari"));

  private static final List<Map.Entry<String, String>> DEVICES =
      List.of(
          Map.entry("iPhone", "iPhone"),
          Map.entry("iPad", "iPad"),
          Map.entry("Android", "Android"),
          Map.entry("CrOS", "ChromeOS"),
          Map.entry("Windows", "Windows"),
          Map.entry("Macintosh", "Mac"),
          Map.entry("Linux", "Linux"));

  /** The name, or empty when it is no browser that we know. */
  static Optional<BrowserName> in(String agent) {
    return first(BROWSERS, agent)
        .map(browser -> new BrowserName(browser, first(DEVICES, agent).orElse("")));
  }

  private static Optional<String> first(List<Map.Entry<String, String>> signs, String agent) {
    return signs.stream()
        .filter(sign -> agent.contains(sign.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
