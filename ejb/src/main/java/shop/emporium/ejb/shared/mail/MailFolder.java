package shop.emporium.ejb.shared.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import shop.emporium.ejb.shared.StoreSettings;

/**
 * Where mails land when there is no mail server.
 *
 * <p>A file's name is made of the mail's date and id: a mail that is written a second time takes
 * the place of its first file.
 */
@ApplicationScoped
public class MailFolder implements MailCarrier {

  /** How many mails are listed at most. */
  public static final int MOST = 50;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  @Inject private StoreSettings settings;

  @Override
  public void carry(QueuedMail mail, MimeMessage message) throws MessagingException, IOException {
    files().write(nameOf(mail), message);
  }

  /** The name of a mail's file, without its ending. */
  static String nameOf(QueuedMail mail) {
    return DATE.format(mail.created()) + "-%010d".formatted(mail.id());
  }

  /** The newest mails, at most {@value #MOST}, the newest first. */
  public List<KeptMail> newest() {
    try {
      return files().newest(MOST).stream().flatMap(name -> find(name).stream()).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The mail of a name; empty when there is none, whatever the name is. */
  public Optional<KeptMail> find(String name) {
    try {
      return files().read(name);
    } catch (IOException | MessagingException unreadable) {
      throw new IllegalStateException("A mail in the folder cannot be read", unreadable);
    }
  }

  /** Throws away what was written before a moment. */
  void purge(Instant before) {
    try {
      files().purge(before);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private MailFiles files() {
    return new MailFiles(settings.mailFolder());
  }
}
