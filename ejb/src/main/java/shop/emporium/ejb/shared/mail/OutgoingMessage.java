package shop.emporium.ejb.shared.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.PreencodedMimeBodyPart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;

/**
 * A letter as it travels: text and HTML, quoted-printable, for one recipient. Its Message-ID and
 * its date are those of the mail, so that each attempt sends the same message.
 */
final class OutgoingMessage extends MimeMessage {

  /**
   * The rules by which messages are written and read. Headers may hold UTF-8: else Jakarta Mail
   * takes the lower half of each character, and some become ends of lines.
   */
  static final Session SESSION = Session.getInstance(rules());

  private static final String CHARSET = StandardCharsets.UTF_8.name();

  private final String messageId;

  /**
   * Puts a letter into its envelope.
   *
   * @param from the shop's address
   * @throws AddressException when mails cannot be sent to the recipient's address
   */
  OutgoingMessage(QueuedMail mail, Letter letter, String from) throws MessagingException {
    super(SESSION);
    this.messageId = '<' + mail.messageId() + '>';
    try {
      setFrom(new InternetAddress(from, letter.sender(), CHARSET));
    } catch (UnsupportedEncodingException never) {
      throw new MessagingException("This JDK lacks UTF-8", never);
    }
    setRecipient(Message.RecipientType.TO, recipient(mail.to()));
    setSubject(letter.subject(), CHARSET);
    setSentDate(Date.from(mail.created()));
    setHeader("Content-Language", letter.language());
    // Nobody answers that he is on holiday.
    setHeader("Auto-Submitted", "auto-generated");
    setContent(
        new MimeMultipart(
            "alternative", part(letter.text(), "plain"), part(letter.html(), "html")));
    saveChanges();
  }

  static Properties rules() {
    Properties rules = new Properties();
    rules.setProperty("mail.mime.allowutf8", "true");
    return rules;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new PreencodedMimeBodyPart("quoted-printable");
    // Bytes are copied as they are; a text would be written byte by byte.
    part.setDataHandler(
        new DataHandler(
            new ByteArrayDataSource(
                QuotedPrintable.encode(text), "text/" + subtype + "; charset=" + CHARSET)));
    return part;
  }

  /** Servers know a domain in foreign letters by its form in ASCII. */
  private static InternetAddress recipient(String address) throws AddressException {
    if (!MailDraft.isAddress(address)) {
      throw new AddressException("This is no address to write to");
    }
    int at = address.indexOf('@');
    try {
      return new InternetAddress(
          address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1)));
    } catch (IllegalArgumentException noDomain) {
      throw new AddressException("There can be no such domain");
    }
  }
}
