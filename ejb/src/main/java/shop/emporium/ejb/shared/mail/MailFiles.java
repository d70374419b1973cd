package shop.emporium.ejb.shared.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.regex.Pattern;

/**
 * Mails in a folder: one file a mail, in the format of mail programs, for the eyes of the user of
 * the nodes only. Names sort by age.
 *
 * @param folder made when the first mail comes
 */
record MailFiles(Path folder) {

  private static final String ENDING = ".eml";
  private static final Pattern NAME = Pattern.compile("[0-9]{8}T[0-9]{6}Z-[0-9]{10,19}");

  /** Writes a mail, whose file appears whole; one of the same name is replaced. */
  void write(String name, MimeMessage message) throws IOException, MessagingException {
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    // Temporary files are for their owner only, and a moved one stays so.
    Path part = Files.createTempFile(folder, "mail", ".part");
    try {
      // A message is written byte by byte.
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
        message.writeTo(out);
      }
      Files.move(part, folder.resolve(name + ENDING), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** The names of the newest mails, the newest first. */
  List<String> newest(int most) throws IOException {
    PriorityQueue<String> newest = new PriorityQueue<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
      for (Path file : files) {
        newest.add(file.getFileName().toString().replace(ENDING, ""));
        if (newest.size() > most) {
          newest.remove();
        }
      }
    } catch (NoSuchFileException noMailYet) {
      return List.of();
    }
    return newest.stream().sorted(Comparator.reverseOrder()).toList();
  }

  /** The mail of a name; empty when there is none, whatever the name is. */
  Optional<KeptMail> read(String name) throws IOException, MessagingException {
    if (name == null || !NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(folder.resolve(name + ENDING))) {
      MimeMessage message = new MimeMessage(OutgoingMessage.SESSION, in);
      return Optional.of(
          new KeptMail(
              name,
              message.getSentDate().toInstant(),
              InternetAddress.toUnicodeString(message.getFrom()),
              InternetAddress.toUnicodeString(message.getRecipients(Message.RecipientType.TO)),
              message.getSubject(),
              part(message, "text/plain"),
              part(message, "text/html")));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    }
  }

  private static String part(MimeMessage message, String type)
      throws IOException, MessagingException {
    if (message.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart part = parts.getBodyPart(i);
        if (part.isMimeType(type) && part.getContent() instanceof String text) {
          // Mails end their lines as SMTP wants them.
          return text.replace("\r\n", "\n");
        }
      }
    }
    return "";
  }

  /** Throws away what was written before a moment, mails and what a dead node left half-written. */
  void purge(Instant before) throws IOException {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder, "*{" + ENDING + ",.part}")) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (NoSuchFileException gone) {
      // Another node was quicker, or there has been no mail yet.
    }
  }
}
