package shop.emporium.web.wishlist;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import shop.emporium.web.shared.PrivateCookie;

/**
 * What a guest wishes for, until the guest signs in: article numbers in a cookie of half an hour,
 * out of reach of scripts.
 *
 * <p>It is written by a form of the shop itself and never by an address, so that no other site can
 * make anybody wish for something.
 */
final class WishCookie {

  private static final PrivateCookie COOKIE = new PrivateCookie("wish", Duration.ofMinutes(30));

  /** The newest wishes that are kept; what is more is a program's play. */
  static final int MOST = 10;

  private static final int LONGEST_SKU = 100;

  /** As many numbers of their longest form as there may be, and room for their encoding. */
  private static final int LONGEST = 4 * MOST * LONGEST_SKU;

  private WishCookie() {}

  /** What the browser keeps, the oldest first. */
  static List<String> read(HttpServletRequest request) {
    return COOKIE.values(request).map(WishCookie::parse).findFirst().orElse(List.of());
  }

  /** The article numbers in a value that may be anybody's; none where it is no such value. */
  static List<String> parse(String value) {
    if (value == null || value.length() > LONGEST) {
      return List.of();
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("\n")).filter(WishCookie::canBeSku).limit(MOST).toList();
    } catch (IllegalArgumentException notEncoded) {
      return List.of();
    }
  }

  private static boolean canBeSku(String text) {
    return !text.isBlank() && text.length() <= LONGEST_SKU && !text.matches(".*\\p{Cntrl}.*");
  }

  /** The value with one more at its end; the oldest goes when there are too many. */
  static String with(List<String> kept, String sku) {
    List<String> all = new ArrayList<>(kept);
    all.remove(sku);
    all.add(sku);
    String text = String.join("\n", all.subList(Math.max(0, all.size() - MOST), all.size()));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Keeps one more. */
  static void add(HttpServletRequest request, HttpServletResponse response, String sku) {
    COOKIE.write(request, response, with(read(request), sku));
  }

  /** Takes the cookie away. */
  static void clear(HttpServletRequest request, HttpServletResponse response) {
    COOKIE.clear(request, response);
  }
}
