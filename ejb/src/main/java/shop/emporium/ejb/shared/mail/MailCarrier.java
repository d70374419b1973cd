package shop.emporium.ejb.shared.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;

/** A way by which mails leave, for as many as are sent one after another. */
interface MailCarrier extends AutoCloseable {

  /**
   * Takes over a message. When this returns, the shop need not keep it any longer.
   *
   * @throws MessagingException when the mail server does not take it, or is not there
   * @throws IOException when it cannot be written
   */
  void carry(QueuedMail mail, MimeMessage message) throws MessagingException, IOException;

  @Override
  default void close() {}
}
