package shop.emporium.ejb.shared.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingMessageTest {

  private static final String LINK = "https://shop.example/password?token=" + "x".repeat(1_500);

  @Test
  void isALetterInTwoForms() throws Exception {
    MimeMessage read = read(written("jane@mail.example", "de"));
    assertThat(read.getSubject()).isEqualTo("Wählen Sie ein neues Passwort");
    assertThat(read.getHeader("From")).containsExactly("Emporium <hello@shop.example>");
    assertThat(read.getHeader("To")).containsExactly("jane@mail.example");
    assertThat(read.getHeader("Message-ID")).containsExactly("<0815@shop.example>");
    assertThat(read.getSentDate().toInstant()).isEqualTo(Instant.parse("2026-03-01T12:34:56Z"));
    assertThat(read.getHeader("MIME-Version")).containsExactly("1.0");
    assertThat(read.getHeader("Content-Language")).containsExactly("de");
    assertThat(read.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(read.getContentType()).startsWith("multipart/alternative");
    MimeMultipart parts = (MimeMultipart) read.getContent();
    assertThat(parts.getCount()).isEqualTo(2);
    assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
    assertThat((String) parts.getBodyPart(0).getContent()).contains("Guten Tag Zoë", LINK);
    assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
    assertThat((String) parts.getBodyPart(1).getContent()).contains("Guten Tag Zoë", LINK);
  }

  @Test
  void travelsThroughWhateverIsOnItsWay() throws Exception {
    String written = written("jane@mail.example", "de");
    assertThat(written).matches(text -> text.chars().allMatch(c -> c < 127), "ASCII");
    assertThat(written.split("\r\n", -1)).allMatch(line -> line.length() <= 998);
    assertThat(written.replace("\r\n", "")).doesNotContain("\r", "\n");
  }

  @Test
  void isTheSameMessageAtEachAttempt() throws Exception {
    MimeMessage first = read(written("jane@mail.example", "en"));
    MimeMessage second = read(written("jane@mail.example", "en"));
    assertThat(second.getMessageID()).isEqualTo(first.getMessageID());
    assertThat(second.getSentDate()).isEqualTo(first.getSentDate());
  }

  @Test
  void namesADomainInForeignLettersAsServersDo() throws Exception {
    assertThat(read(written("jane@bücher.example", "en")).getHeader("To"))
        .containsExactly("jane@xn--bcher-kva.example");
  }

  /** The lower halves of these characters are ends of lines. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jane\u010d\u010aBcc=all@mail.example",
        "jane\u560d\u560aX-Evil=1@mail.example",
        "jane@mail\u010d\u010aevil.example"
      })
  void noAddressReachesBeyondItsHeader(String address) throws Exception {
    String written = written(address, "en");
    String head = written.substring(0, written.indexOf("\r\n\r\n"));
    assertThat(head.lines().filter(line -> !line.startsWith(" ") && !line.startsWith("\t")))
        .allMatch(line -> line.matches("[A-Za-z-]+: .*"))
        .noneMatch(line -> line.startsWith("Bcc") || line.startsWith("X-Evil"));
    assertThat(read(written).getAllRecipients()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jane", "a@b\nBcc: c@d", "jane@-mail..example", "jane@mail,john@mail"})
  void whatIsNoAddressGoesNowhere(String address) {
    assertThatThrownBy(() -> written(address, "en")).isInstanceOf(AddressException.class);
  }

  private static String written(String to, String language) throws MessagingException, IOException {
    Map<String, String> values = Map.of("name", "Zoë", "link", LINK);
    QueuedMail mail =
        new QueuedMail(
            7,
            to,
            "reset-password",
            language,
            values,
            "0815@shop.example",
            Instant.parse("2026-03-01T12:34:56Z"),
            1);
    Letter letter = Letters.write(mail.template(), mail.language(), mail.values());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new OutgoingMessage(mail, letter, "hello@shop.example").writeTo(bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static MimeMessage read(String written) throws MessagingException {
    return new MimeMessage(
        OutgoingMessage.SESSION,
        new ByteArrayInputStream(written.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void doesNotShowItsValuesInALog() {
    QueuedMail mail =
        new QueuedMail(
            7,
            "jane@mail.example",
            "reset-password",
            "en",
            Map.of("link", LINK),
            "0815@shop.example",
            Instant.EPOCH,
            1);
    assertThat(List.of(mail).toString()).isEqualTo("[mail 7 (reset-password)]");
  }
}
