package shop.emporium.ejb.shared.mail;

import java.time.Instant;
import java.util.Locale;

/**
 * That a mail was sent, and about what; never what stood in it, for links in mails open doors.
 *
 * @param template which mail it is, such as {@code order-placed}
 * @param locale in whose language it is
 * @param isSent whether a server took it; false also while it waits
 */
public record MailHeading(long id, String template, Locale locale, Instant at, boolean isSent) {}
