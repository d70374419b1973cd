package shop.emporium.ejb.shared.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailFilesTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir private Path above;
  private Path folder;
  private MailFiles files;

  @BeforeEach
  void open() {
    folder = above.resolve("store/mail");
    files = new MailFiles(folder);
  }

  @Test
  void aMailIsReadAsItWasWritten() throws Exception {
    String name = write(7, NOON, "https://shop.example/password?token=1");
    assertThat(name).isEqualTo("20260301T120000Z-0000000007");
    KeptMail mail = files.read(name).orElseThrow();
    assertThat(mail.name()).isEqualTo(name);
    assertThat(mail.at()).isEqualTo(NOON);
    assertThat(mail.from()).isEqualTo("Emporium <hello@shop.example>");
    assertThat(mail.to()).isEqualTo("jane@mail.example");
    assertThat(mail.subject()).isEqualTo("Choose a new password");
    assertThat(mail.text()).startsWith("Hello Zoë,");
    assertThat(mail.html()).contains("Hello Zoë,").startsWith("<!DOCTYPE html>");
    assertThat(mail.links())
        .containsExactly("https://shop.example/password?token=1", "https://shop.example/");
  }

  @Test
  void nobodyElseReadsThem() throws Exception {
    Path file = folder.resolve(write(7, NOON, "https://shop.example/") + ".eml");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void aMailThatIsWrittenAgainTakesItsOwnPlace() throws Exception {
    write(7, NOON, "https://shop.example/first");
    String name = write(7, NOON, "https://shop.example/second");
    assertThat(files.newest(10)).containsExactly(name);
    assertThat(files.read(name).orElseThrow().links()).contains("https://shop.example/second");
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all).hasSize(1);
    }
  }

  @Test
  void theNewestComeFirstAndNotMoreThanAskedFor() throws Exception {
    String old = write(9, NOON.minusSeconds(3600), "https://shop.example/");
    String second = write(10, NOON, "https://shop.example/");
    String third = write(11, NOON, "https://shop.example/");
    Files.createFile(folder.resolve("notes.txt"));
    assertThat(files.newest(10)).containsExactly(third, second, old);
    assertThat(files.newest(2)).containsExactly(third, second);
  }

  @Test
  void thereIsNothingWhereNoMailHasLanded() throws Exception {
    assertThat(files.newest(10)).isEmpty();
    assertThat(files.read("20260301T120000Z-0000000007")).isEmpty();
    files.purge(NOON);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "secret",
        "../secret",
        "..%2Fsecret",
        "/etc/passwd",
        "20260301T120000Z-0000000007/../../secret",
        "20260301T120000Z-0000000007\u0000"
      })
  void noOtherFileIsRead(String name) throws Exception {
    write(7, NOON, "https://shop.example/");
    Files.writeString(above.resolve("store/secret.eml"), "Subject: secret\n\nsecret");
    Files.writeString(folder.resolve("secret.eml"), "Subject: secret\n\nsecret");
    assertThat(files.read(name)).isEmpty();
  }

  @Test
  void oldMailsGoAndWhatWasNeverFinished() throws Exception {
    Path old = folder.resolve(write(7, NOON, "https://shop.example/") + ".eml");
    String fresh = write(8, NOON, "https://shop.example/");
    Path part = Files.createFile(folder.resolve("mail1.part"));
    Path other = Files.createFile(folder.resolve("notes.txt"));
    for (Path file : List.of(old, part, other)) {
      Files.setLastModifiedTime(file, FileTime.from(NOON.minusSeconds(1)));
    }
    files.purge(NOON);
    assertThat(files.newest(10)).containsExactly(fresh);
    assertThat(part).doesNotExist();
    assertThat(other).exists();
  }

  private String write(long id, Instant created, String link)
      throws MessagingException, IOException {
    QueuedMail mail =
        new QueuedMail(
            id,
            "jane@mail.example",
            "reset-password",
            "en",
            Map.of("name", "Zoë", "link", link),
            id + "@shop.example",
            created,
            1);
    Letter letter = Letters.write(mail.template(), mail.language(), mail.values());
    String name = MailFolder.nameOf(mail);
    files.write(name, new OutgoingMessage(mail, letter, "hello@shop.example"));
    return name;
  }
}
