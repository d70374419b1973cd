package shop.emporium.ejb.shared.mail;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import shop.emporium.ejb.shared.StoreSettings;

/**
 * Sends what is due. Any number may do so at once, on any node: each mail is taken by one of them.
 *
 * <p>Mails are taken by the handful, and the database is told of a handful at once: a busy shop
 * writes one with each order, and two transactions for each were a good part of its cost. It is
 * told after the mail server has taken them, so that none is lost; if that fails, it is told as
 * soon as it answers again, and only if the node dies until then, or the mail server's answer is
 * lost, a mail goes out once more, as the same message.
 */
@ApplicationScoped
public class MailSender {

  private static final System.Logger LOG = System.getLogger(MailSender.class.getName());

  /** Then the timer comes again, so that a node that is to stop need not wait for a long list. */
  static final int MOST = 50;

  /** As many are taken at once: if the node dies, so many wait until their time is over. */
  private static final int HANDFUL = 10;

  /** Where a mail server is so slow, the rest of a handful is left to whoever comes next. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

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
    tell();
    int sent = 0;
    try (MailCarrier carrier = carrier()) {
      while (sent < MOST) {
        List<QueuedMail> handful = queue.take(Math.min(HANDFUL, MOST - sent));
        int some = send(handful, carrier);
        sent += some;
        if (some < HANDFUL) {
          return sent;
        }
      }
    }
    return sent;
  }

  /** Sends mails in their order until one fails, and tells of them; returns how many. */
  private int send(List<QueuedMail> mails, MailCarrier carrier) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    int tried = 0;
    int sent = 0;
    while (sent == tried && tried < mails.size() && System.nanoTime() < end) {
      if (send(mails.get(tried++), carrier)) {
        sent++;
      }
    }
    tell();
    if (tried < mails.size()) {
      queue.putBack(mails.subList(tried, mails.size()));
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
    return true;
  }

  private void tell() {
    List<QueuedMail> sent = List.copyOf(untold.values());
    if (!sent.isEmpty()) {
      queue.sent(sent);
      sent.forEach(mail -> untold.remove(mail.id(), mail));
    }
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
