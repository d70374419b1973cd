package shop.emporium.ejb.shared.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedPrintableTest {

  @Test
  void leavesPlainTextAsItIs() {
    assertThat(encoded("Hello, world!\nGood bye.")).isEqualTo("Hello, world!\r\nGood bye.");
  }

  @Test
  void namesOtherCharactersByTheirNumbers() {
    assertThat(encoded("a=b ü €")).isEqualTo("a=3Db =C3=BC =E2=82=AC");
  }

  @Test
  void endsEveryLineAsMailsDo() {
    assertThat(encoded("a\nb\r\nc\rd")).isEqualTo("a\r\nb\r\nc\r\nd");
  }

  @Test
  void keepsBlanksAtTheEndOfALine() {
    assertThat(encoded("a \nb\t")).isEqualTo("a=20\r\nb=09");
  }

  @ParameterizedTest
  @ValueSource(ints = {74, 75, 76, 77, 151, 152, 153, 500})
  void breaksNoLineSoonerThanItMustNorLater(int length) {
    String written = encoded("x".repeat(length));
    assertThat(written.split("\r\n")).allMatch(line -> line.length() <= 76);
    assertThat(written.split("\r\n")).hasSize(length <= 76 ? 1 : 1 + (length - 76 + 74) / 75);
    assertThat(decoded(written)).isEqualTo("x".repeat(length));
  }

  @Test
  void isReadAsItWasWritten() {
    Random dice = new Random(1);
    String letters = "ab =\t.üß€😀\n";
    for (int i = 0; i < 300; i++) {
      String text =
          dice.ints(dice.nextInt(300), 0, letters.codePointCount(0, letters.length()))
              .map(at -> letters.codePointAt(letters.offsetByCodePoints(0, at)))
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      String written = encoded(text);
      assertThat(written.split("\r\n")).allMatch(line -> line.length() <= 76);
      assertThat(decoded(written).replace("\r\n", "\n")).isEqualTo(text);
    }
  }

  private static String encoded(String text) {
    return new String(QuotedPrintable.encode(text), StandardCharsets.US_ASCII);
  }

  private static String decoded(String written) {
    try (var in =
        MimeUtility.decode(
            new ByteArrayInputStream(written.getBytes(StandardCharsets.US_ASCII)),
            "quoted-printable")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException | MessagingException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
