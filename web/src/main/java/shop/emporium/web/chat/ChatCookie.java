package shop.emporium.web.chat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import shop.emporium.domain.shared.Secret;
import shop.emporium.ejb.chat.ChatKeys;
import shop.emporium.web.shared.PrivateCookie;

/** The cookie that opens a guest's conversations. */
public final class ChatCookie {

  private static final PrivateCookie COOKIE = new PrivateCookie("chat", ChatKeys.LIFETIME);

  private ChatCookie() {}

  /** The key that the browser sent, if it is one. */
  public static Optional<Secret> read(HttpServletRequest request) {
    return COOKIE.values(request).flatMap(value -> Secret.parse(value).stream()).findFirst();
  }

  /** Gives the browser a key, or the same again, so that it does not run out. */
  public static void write(HttpServletRequest request, HttpServletResponse response, Secret key) {
    COOKIE.write(request, response, key.value());
  }
}
