package shop.emporium.tests.integration;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import shop.emporium.domain.chat.FileKind;
import shop.emporium.domain.shared.Secret;
import shop.emporium.ejb.chat.ChatFile;
import shop.emporium.ejb.chat.ChatFileException;
import shop.emporium.ejb.chat.ChatFileFault;
import shop.emporium.ejb.chat.ChatFiles;
import shop.emporium.ejb.chat.ChatKeys;
import shop.emporium.ejb.chat.ChatOwner;

/** Files of conversations: who may bring and see them, how many, and how they are given out. */
@Tag("integration")
@ExtendWith(ArquillianExtension.class)
class ChatFilesIT {

  private static final byte[] PAPER =
      "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
          .getBytes(ISO_8859_1);

  @Inject private ChatFiles files;
  @Inject private ChatKeys keys;
  @Inject private Fixture shop;
  @Inject private People people;

  private Secret key;
  private ChatOwner ada;
  private ChatOwner eve;
  private long conversation;

  @BeforeEach
  void adaHasAConversation() {
    shop.execute("TRUNCATE conversation, chat_visitor CASCADE");
    people.none();
    key = keys.newVisitor();
    ada = guest(key);
    eve = guest(keys.newVisitor());
    conversation = conversation("visitor_id", ada.visitor().orElseThrow());
  }

  @Test
  void aFileIsSeenByItsShopperAndByThoseWhoWorkHere() {
    ChatFile file = files.bring(ada, conversation, "Lab\u00ebl.pdf", PAPER);
    assertThat(file.kind()).isEqualTo(FileKind.PDF);
    assertThat(file.size()).isEqualTo(PAPER.length);
    assertThat(files.read(ada, file.id()).orElseThrow().bytes()).isEqualTo(PAPER);
    assertThat(files.readAsAgent(file.id()).orElseThrow().file()).isEqualTo(file);
    assertThat(files.read(eve, file.id())).isEmpty();
    assertThat(files.read(ada, UUID.randomUUID())).isEmpty();
    assertThat(files.bring(ada, 0, "again.pdf", PAPER).name()).isEqualTo("again.pdf");
    ChatFile answer = files.bringAsAgent(conversation, "answer.exe", PAPER);
    assertThat(answer.name()).isEqualTo("answer.exe.pdf");
    assertThat(files.read(ada, answer.id())).isPresent();
    assertThat(shop.number("SELECT count(*) FROM chat_file WHERE is_of_agent")).isEqualTo(1);
  }

  @Test
  void anotherPersonsConversationIsNotThere() {
    assertFault(
        ChatFileFault.UNKNOWN_CONVERSATION, () -> files.bring(eve, conversation, "a.pdf", PAPER));
    assertFault(ChatFileFault.UNKNOWN_CONVERSATION, () -> files.bring(eve, 0, "a.pdf", PAPER));
    assertFault(
        ChatFileFault.UNKNOWN_CONVERSATION,
        () -> files.bringAsAgent(conversation + 1_000, "a.pdf", PAPER));
  }

  @Test
  void whatACustomerHasTakenOverIsNoLongerTheBrowsers() {
    long jo = people.register("jo@example.com");
    ChatFile file = files.bring(ada, conversation, "a.pdf", PAPER);
    shop.execute("UPDATE conversation SET customer_id = " + jo);
    assertThat(files.read(ada, file.id())).isEmpty();
    assertThat(files.read(new ChatOwner(Optional.of(jo), Optional.empty()), file.id())).isPresent();
  }

  @Test
  void whatIsNoPictureAndNoPaperIsRefused() {
    byte[] program = "MZ\u0090 This program cannot be run".getBytes(ISO_8859_1);
    assertFault(
        ChatFileFault.UNKNOWN_KIND, () -> files.bring(ada, conversation, "photo.png", program));
    assertFault(
        ChatFileFault.TOO_LARGE,
        () ->
            files.bring(ada, conversation, "a.pdf", Arrays.copyOf(PAPER, FileKind.MAX_BYTES + 1)));
    assertThat(shop.number("SELECT count(*) FROM chat_file")).isZero();
  }

  @Test
  void aConversationTakesTwentyFilesAndFortyMegabytes() {
    for (int i = 0; i < ChatFiles.MOST_FILES; i++) {
      files.bring(ada, conversation, "a.pdf", PAPER);
    }
    assertFault(ChatFileFault.TOO_MANY, () -> files.bring(ada, conversation, "a.pdf", PAPER));
    shop.execute("DELETE FROM chat_file");
    byte[] large = large(FileKind.MAX_BYTES);
    for (int i = 0; i < 8; i++) {
      files.bring(ada, conversation, "a.pdf", large);
    }
    assertFault(ChatFileFault.TOO_MANY, () -> files.bring(ada, conversation, "a.pdf", PAPER));
  }

  @Test
  void whatNobodyHasShownIsThrownAwayAfterADay() {
    ChatFile shown = files.bring(ada, conversation, "a.pdf", PAPER);
    files.bring(ada, conversation, "b.pdf", PAPER);
    shop.execute("UPDATE chat_file SET created_at = now() - interval '25 hours'");
    ChatFile fresh = files.bring(ada, conversation, "c.pdf", PAPER);
    shop.execute(
        "INSERT INTO conversation_message (conversation_id, number, client_id, sender, kind, body,"
            + " file_id)"
            + " VALUES (%d, 1, 'message-1', 'SHOPPER', 'FILE', '', '%s')"
                .formatted(conversation, shown.id()));
    assertThat(files.purge()).isEqualTo(1);
    assertThat(files.purge()).isZero();
    assertThat(files.read(ada, shown.id())).isPresent();
    assertThat(files.read(ada, fresh.id())).isPresent();
  }

  @Test
  void filesAreGivenOutSoThatNothingInThemRuns() throws IOException, InterruptedException {
    HttpResponse<String> brought =
        post("?conversation=" + conversation + "&name=b%C3%BC%22.pdf", PAPER);
    assertThat(brought.statusCode()).as(brought.body()).isEqualTo(201);
    assertThat(brought.body()).contains("\"type\":\"application/pdf\"");
    String id = brought.body().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
    HttpResponse<String> given = send(request("/" + id).GET());
    assertThat(given.statusCode()).isEqualTo(200);
    assertThat(given.body()).isEqualTo(new String(PAPER, ISO_8859_1));
    assertHeader(given, "Content-Type", "application/pdf");
    assertHeader(
        given,
        "Content-Disposition",
        "attachment; filename=\"b_.pdf\"; filename*=UTF-8''b%C3%BC.pdf");
    assertHeader(given, "X-Content-Type-Options", "nosniff");
    assertHeader(given, "Content-Security-Policy", "default-src 'none'; sandbox");
    assertHeader(given, "Cache-Control", "private, no-cache");
    String tag = given.headers().firstValue("ETag").orElseThrow();
    assertThat(send(request("/" + id).header("If-None-Match", tag).GET()).statusCode())
        .isEqualTo(304);
    assertThat(send(HttpRequest.newBuilder(address("/" + id)).GET()).statusCode()).isEqualTo(404);
    assertThat(send(request("/none").GET()).statusCode()).isEqualTo(404);
  }

  @Test
  void whatIsNotTakenIsSaid() throws IOException, InterruptedException {
    String own = "?conversation=" + conversation;
    assertProblem(post(own, new byte[0]), 415, "unknown-kind");
    assertProblem(post(own, "<svg/>".getBytes(ISO_8859_1)), 415, "unknown-kind");
    assertProblem(post(own, large(FileKind.MAX_BYTES + 1)), 413, "too-large");
    assertProblem(post("?conversation=" + (conversation + 1), PAPER), 404, "not-found");
    assertProblem(post("?conversation=x", PAPER), 400, "invalid");
    assertThat(post(own, large(FileKind.MAX_BYTES)).statusCode()).isEqualTo(201);
    HttpRequest.Builder foreign =
        request(own)
            .header("Sec-Fetch-Site", "cross-site")
            .POST(HttpRequest.BodyPublishers.ofByteArray(PAPER));
    assertProblem(send(foreign), 403, "foreign-origin");
  }

  private ChatOwner guest(Secret secret) {
    return new ChatOwner(Optional.empty(), keys.visitorOf(secret));
  }

  private long conversation(String column, long owner) {
    return shop.number(
        "INSERT INTO conversation (channel, status, status_by, language, %s) VALUES ('CHAT', 'ASSISTED', 'shop', 'en', %d) RETURNING id"
            .formatted(column, owner));
  }

  /** A paper of so many bytes. */
  private static byte[] large(int length) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) ' ');
    System.arraycopy(PAPER, 0, bytes, 0, 9);
    System.arraycopy(PAPER, PAPER.length - 6, bytes, length - 6, 6);
    return bytes;
  }

  private static URI address(String rest) {
    // This runs inside the server, which knows how far its ports are from the usual ones.
    int port = 8080 + Integer.getInteger("jboss.socket.binding.port-offset", 0);
    return URI.create("http://127.0.0.1:" + port + "/api/v1/chat/files" + rest);
  }

  private HttpRequest.Builder request(String rest) {
    return HttpRequest.newBuilder(address(rest)).header("Cookie", "chat=" + key.value());
  }

  private HttpResponse<String> post(String rest, byte[] body)
      throws IOException, InterruptedException {
    return send(request(rest).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.ofString(ISO_8859_1));
  }

  private static void assertHeader(HttpResponse<String> answer, String name, String value) {
    assertThat(answer.headers().firstValue(name)).as(name).contains(value);
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String type) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains("\"type\":\"" + type + "\"");
  }

  private static void assertFault(ChatFileFault fault, Runnable work) {
    assertThatExceptionOfType(ChatFileException.class)
        .isThrownBy(work::run)
        .satisfies(refused -> assertThat(refused.getFault()).isEqualTo(fault));
  }
}
