package shop.emporium.web.chat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shop.emporium.domain.shared.Secret;
import shop.emporium.ejb.chat.TicketKeys;
import shop.emporium.web.shared.PrivateCookie;

/**
 * The cookie with the keys of mailed links that this browser has followed, the last one first. It
 * is not the one that says who chats here: whoever has somebody else open a link of his own shows
 * him a ticket, and hears nothing of what is said in that browser.
 */
public final class TicketCookie {

  private static final PrivateCookie COOKIE = new PrivateCookie("ticket", TicketKeys.LIFETIME);
  private static final String BETWEEN = ".";

  private TicketCookie() {}

  /** The keys that the browser sent, at most {@link TicketKeys#MOST}. */
  public static List<Secret> read(HttpServletRequest request) {
    return values(request)
        .flatMap(value -> Secret.parse(value).stream())
        .limit(TicketKeys.MOST)
        .toList();
  }

  /** Has the browser keep one more key; the oldest goes where there are too many. */
  public static void add(HttpServletRequest request, HttpServletResponse response, Secret key) {
    String value =
        Stream.concat(Stream.of(key.value()), read(request).stream().map(Secret::value))
            .distinct()
            .limit(TicketKeys.MOST)
            .collect(Collectors.joining(BETWEEN));
    COOKIE.write(request, response, value);
  }

  private static Stream<String> values(HttpServletRequest request) {
    return COOKIE.values(request).flatMap(value -> Arrays.stream(value.split("[.]", -1)));
  }
}
