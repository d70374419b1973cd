package shop.emporium.web.chat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import shop.emporium.ejb.chat.ChatFile;

/** How a browser is told what to do with a file, and what it is called (RFC 6266). */
final class FileDisposition {

  private static final Pattern NOT_PLAIN = Pattern.compile("[^A-Za-z0-9._ -]");

  private FileDisposition() {}

  /**
   * Pictures may be shown, everything else is stored. The name comes twice: in plain letters for
   * programs of old, and as it is.
   */
  static String of(ChatFile file) {
    String encoded =
        URLEncoder.encode(file.name(), StandardCharsets.UTF_8)
            .replace("+", "%20")
            // The one character that URLEncoder leaves and RFC 5987 does not take.
            .replace("*", "%2A");
    return (file.kind().isPicture() ? "inline" : "attachment")
        + "; filename=\""
        + NOT_PLAIN.matcher(file.name()).replaceAll("_")
        + "\"; filename*=UTF-8''"
        + encoded;
  }
}
