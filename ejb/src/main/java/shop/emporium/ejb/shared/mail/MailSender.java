package shop.emporium.ejb.shared.mail;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import shop.emporium.ejb.shared.StoreSettings;

/**
 * Sends what is due. Any number may do so at once, on any node: each mail is taken by one of them.
 *
 * <p>The database is told after the mail server has taken a mail, so that none is lost; if that
 * fails, it is told as soon as it answers again, and only if the node dies until then, or the mail
 * server's answer is lost, the mail goes out once more, as the same message.
 */
@ApplicationScoped
public class MailSender {

  private static final System.Logger LOG = System.getLogger(MailSender.class.getName());

  /** Then the timer comes again, so that a node that is to stop need not wait for a long list. */
  static final int MOST = 50;

  /** Sent, and the database does not know it yet. */
  private final Map<Long, QueuedMail> untold = new ConcurrentHashMap<>();

  @Resource private ManagedScheduledExecutorService clock;
  @Inject private MailQueue queue;
  @Inject private MailFolder folder;
  @Inject private StoreSettings settings;

  /**
   * Sends what is due, one mail after another, until none is left, one fails, or {@value #MOST} are
   * sent.
   *
   * @return how many were sent
   */
  public int run() {
    untold.values().forEach(this::tell);
    int sent = 0;
    try (MailCarrier carrier = carrier()) {
      while (sent < MOST) {
        Optional<QueuedMail> mail = queue.take();
        if (mail.isEmpty() || !send(mail.get(), carrier)) {
          return sent;
        }
        sent++;
      }
    }
    return sent;
  }

  private MailCarrier carrier() {
    Optional<String> url = settings.smtpUrl();
    return url.isEmpty()
        ? folder
        : new SmtpCarrier(() -> SmtpServer.parse(url.get()), settings.mailDomain(), clock);
  }

  private boolean send(QueuedMail mail, MailCarrier carrier) {
    if (mail.attempts() > MailQueue.MAX_ATTEMPTS) {
      note(mail, new MailFault("The last attempt was cut off", true));
      return false;
    }
    try {
      Letter letter = Letters.write(mail.template(), mail.language(), mail.values());
      carrier.carry(mail, new OutgoingMessage(mail, letter, settings.mailFrom()));
    } catch (MessagingException | IOException | RuntimeException failed) {
      LOG.log(Level.DEBUG, "An attempt to send a mail failed", failed);
      note(mail, MailFault.of(failed));
      return false;
    }
    untold.put(mail.id(), mail);
    tell(mail);
    return true;
  }

  private void tell(QueuedMail mail) {
    queue.sent(mail);
    untold.remove(mail.id());
  }

  private void note(QueuedMail mail, MailFault fault) {
    boolean givenUp = queue.failed(mail, fault.reason(), fault.isFinal());
    LOG.log(
        givenUp ? Level.ERROR : Level.WARNING,
        "{0} {1}: {2}",
        givenUp ? "Given up:" : "Not sent, tried again later:",
        mail,
        fault.reason());
  }
}
