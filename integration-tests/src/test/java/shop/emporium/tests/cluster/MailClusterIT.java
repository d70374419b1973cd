package shop.emporium.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Three nodes at the same outbox, and the page for developers. */
@Tag("cluster")
class MailClusterIT {

  /** The shop may send others meanwhile, about what tests before have left behind. */
  private static final String OURS = "message_id LIKE '%@test'";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String INSERT =
      """
      INSERT INTO mail (to_address, template, locale, details, message_id)
      SELECT 'jane' || n || '@mail.example', 'reset-password', 'de',
             jsonb_build_object('name', '<b>Jane', 'link', 'http://localhost/password?token=' || n), n || '@test'
        FROM generate_series(%d, %d) AS n
      """;

  @BeforeEach
  @AfterEach
  void forget() throws IOException {
    Shop.sql("DELETE FROM mail");
    for (Path file : files()) {
      Files.deleteIfExists(file);
    }
  }

  private static List<Path> files() throws IOException {
    Path folder = Shop.file("mail");
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  /** Ours that are written to the end. */
  private static long letters() throws IOException {
    long letters = 0;
    for (Path file : files()) {
      if (file.toString().endsWith(".eml") && Files.readString(file).contains("@test>")) {
        letters++;
      }
    }
    return letters;
  }

  @Test
  void eachMailIsSentOnceByOneOfTheNodes() throws Exception {
    Shop.sql(INSERT.formatted(1, 300));
    await().atMost(PATIENCE).until(() -> sent() == 300);
    assertThat(letters()).isEqualTo(300);
    assertThat(Shop.number("SELECT count(*) FROM mail WHERE attempts = 1 AND " + OURS))
        .isEqualTo(300);
  }

  @Test
  void theOthersSendWhatANodeLeavesBehindWhenItDies() throws Exception {
    Shop.sql(INSERT.formatted(1, 2_000));
    await().atMost(PATIENCE).until(() -> sent() > 20);
    Shop.store("node", Shop.NODE2, "kill");
    try {
      // What it had in its hands at that moment is due again when its time is over.
      await().atMost(PATIENCE).until(() -> waitingFor(Shop.NODE2) == waiting());
      Shop.sql("UPDATE mail SET next_attempt_at = now() WHERE sent_at IS NULL");
      await().atMost(PATIENCE).until(() -> sent() == 2_000);
      assertThat(letters()).isEqualTo(2_000);
    } finally {
      Shop.store("node", Shop.NODE2, "start");
    }
  }

  @Test
  void developersReadThemOnAPage() throws Exception {
    Shop.sql(INSERT.formatted(1, 1));
    await().atMost(PATIENCE).until(() -> sent() == 1);
    Document list = page("/en/dev/mail");
    Element first = list.selectFirst(".mails a");
    assertThat(first.text()).isEqualTo("Wählen Sie ein neues Passwort");
    assertThat(list.select(".mails li").text()).contains("jane1@mail.example");

    Document mail = page(first.attr("href"));
    assertThat(mail.select(".mail dd a").attr("href"))
        .isEqualTo("http://localhost/password?token=1");
    assertThat(mail.selectFirst("pre").wholeText()).startsWith("Guten Tag <b>Jane,\n");
    assertThat(mail.select("pre b")).isEmpty();

    String address = mail.select(".mail > a").attr("href");
    HttpResponse<String> html = Shop.visitor().get(address);
    assertThat(html.statusCode()).isEqualTo(200);
    assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "sandbox")
        .doesNotContain("script-src", "allow-");
    assertThat(Jsoup.parse(html.body()).select("p").first().text()).isEqualTo("Guten Tag <b>Jane,");
  }

  @Test
  void nothingElseIsShownThere() throws Exception {
    for (String name : List.of("x", "../secrets.env", "20260101T000000Z-0000000000", "%2e%2e")) {
      for (String page : List.of("/dev/mail", "/dev/mail.html")) {
        HttpResponse<String> answer = Shop.visitor().get(page + "?name=" + name);
        assertThat(answer.statusCode()).as(page + " of " + name).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("STORE_");
      }
    }
  }

  private static Document page(String address) throws IOException {
    HttpResponse<String> answer = Shop.visitor().get(address);
    assertThat(answer.statusCode()).as(address).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("private, no-store");
    return Jsoup.parse(answer.body());
  }

  private static long sent() {
    return Shop.number("SELECT count(*) FROM mail WHERE sent_at IS NOT NULL AND " + OURS);
  }

  private static long waiting() {
    return Shop.number("SELECT count(*) FROM mail WHERE sent_at IS NULL AND " + OURS);
  }

  private static long waitingFor(String node) {
    return Shop.number(
        "SELECT count(*) FROM mail WHERE sent_at IS NULL AND sending_by = '%s' AND %s"
            .formatted(node, OURS));
  }
}
