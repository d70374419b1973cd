package shop.emporium.ejb.shared.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

/**
 * The mail server to which the shop hands its mails.
 *
 * @param security what keeps others from reading along
 * @param user who logs in, or null where nobody has to
 * @param password of that user, or null
 */
record SmtpServer(String host, int port, Security security, String user, String password) {

  private static final String CONNECT_MILLIS = "5000";

  /** For an answer, and for taking what is sent. All of an attempt is far below a lease. */
  private static final String WAIT_MILLIS = "20000";

  private static final int SUBMISSION_PORT = 587;
  private static final int TLS_PORT = 465;
  private static final int PLAIN_PORT = 25;

  /** What keeps others from reading along. */
  enum Security {
    /** Nothing: for this machine and networks of one's own. */
    NONE,
    /** A plain connection that turns to TLS before anything is said; without it, nothing is. */
    STARTTLS,
    /** TLS from the start. */
    TLS
  }

  /**
   * Reads an address such as {@code smtp://user:password@mail.example:587}. {@code smtps} is TLS
   * from the start, {@code smtp} is STARTTLS except on this machine, {@code smtp+plain} is neither.
   * User and password are percent-encoded.
   *
   * @throws IllegalArgumentException when it is no such address; the message does not repeat it
   */
  static SmtpServer parse(String address) {
    try {
      URI uri = new URI(address);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      if (uri.getHost() != null && scheme.matches("smtps?|smtp\\+plain")) {
        return of(uri, scheme);
      }
    } catch (URISyntaxException unreadable) {
      // Said below, without the address: it holds a password.
    }
    throw new IllegalArgumentException(
        "STORE_SMTP_URL is no address such as smtp://user:password@mail.example:587");
  }

  private static SmtpServer of(URI uri, String scheme) {
    Security security =
        switch (scheme) {
          case "smtps" -> Security.TLS;
          case "smtp" -> isHere(uri.getHost()) ? Security.NONE : Security.STARTTLS;
          default -> Security.NONE;
        };
    int usual =
        scheme.equals("smtps") ? TLS_PORT : scheme.equals("smtp") ? SUBMISSION_PORT : PLAIN_PORT;
    String[] login = uri.getRawUserInfo() == null ? null : uri.getRawUserInfo().split(":", 2);
    return new SmtpServer(
        uri.getHost(),
        uri.getPort() < 0 ? usual : uri.getPort(),
        security,
        login == null ? null : decoded(login[0]),
        login == null || login.length == 1 ? null : decoded(login[1]));
  }

  /** What is said to a program on this machine, nobody else hears. */
  private static boolean isHere(String host) {
    return host.toLowerCase(Locale.ROOT).matches("localhost|127(\\.[0-9]{1,3}){3}|\\[::1\\]");
  }

  /** In a form a plus would be a blank; here it is a plus. */
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /**
   * What Jakarta Mail has to know, without user and password.
   *
   * @param name by which the shop introduces itself: looked for in the network it could take long
   */
  Properties properties(String name) {
    Properties properties = OutgoingMessage.rules();
    properties.setProperty("mail.smtp.localhost", name);
    properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
    properties.setProperty("mail.smtp.timeout", WAIT_MILLIS);
    properties.setProperty("mail.smtp.writetimeout", WAIT_MILLIS);
    properties.setProperty("mail.smtp.quitwait", "false");
    properties.setProperty("mail.smtp.auth", String.valueOf(user != null));
    properties.setProperty("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
    properties.setProperty("mail.smtp.ssl.enable", String.valueOf(security == Security.TLS));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    String starts = String.valueOf(security == Security.STARTTLS);
    properties.setProperty("mail.smtp.starttls.enable", starts);
    properties.setProperty("mail.smtp.starttls.required", starts);
    return properties;
  }

  /** Without the password. */
  @Override
  public String toString() {
    return host + ":" + port + " (" + security + ")";
  }
}
