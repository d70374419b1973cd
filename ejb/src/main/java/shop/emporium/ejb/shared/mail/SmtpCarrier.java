package shop.emporium.ejb.shared.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/**
 * Hands mails to a mail server, all over one connection, which is opened for the first.
 *
 * <p>Every wait has an end: for the connection, each answer, and each piece that is sent.
 */
final class SmtpCarrier implements MailCarrier {

  private static final System.Logger LOG = System.getLogger(SmtpCarrier.class.getName());

  private final Supplier<SmtpServer> address;
  private final String name;
  private final ScheduledExecutorService clock;

  private Transport transport;

  /**
   * A way to a server.
   *
   * @param address where it is, asked for when there is a mail for it
   * @param name by which the shop introduces itself, a domain
   * @param clock ends a connection that takes nothing any more
   */
  SmtpCarrier(Supplier<SmtpServer> address, String name, ScheduledExecutorService clock) {
    this.address = address;
    this.name = name;
    this.clock = clock;
  }

  @Override
  public void carry(QueuedMail mail, MimeMessage message) throws MessagingException {
    if (transport == null) {
      transport = connect(address.get());
    }
    transport.sendMessage(message, message.getAllRecipients());
  }

  private Transport connect(SmtpServer server) throws MessagingException {
    Properties properties = server.properties(name);
    properties.put("mail.smtp.executor.writetimeout", clock);
    Transport opened = Session.getInstance(properties).getTransport("smtp");
    opened.connect(server.host(), server.port(), server.user(), server.password());
    return opened;
  }

  @Override
  public void close() {
    if (transport != null) {
      try {
        transport.close();
      } catch (MessagingException gone) {
        LOG.log(System.Logger.Level.DEBUG, "The mail server was gone already", gone);
      }
    }
  }
}
