package shop.emporium.ejb.shared.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shop.emporium.ejb.shared.mail.SmtpServer.Security;

class SmtpCarrierTest {

  private static final String HERE = "127.0.0.1";

  private final GreenMail mails =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, HERE, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, HERE, ServerSetup.PROTOCOL_SMTPS)
          });
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @BeforeEach
  void open() {
    mails.setUser("shop", "s+cret:/%@");
    mails.start();
  }

  @AfterEach
  void close() {
    mails.stop();
    clock.shutdownNow();
    threads.shutdownNow();
  }

  @Test
  void handsOverMailAfterMail() throws Exception {
    SmtpServer server =
        SmtpServer.parse(
            "smtp://shop:s+cret%%3A%%2F%%25%%40@127.0.0.1:%d".formatted(mails.getSmtp().getPort()));
    try (SmtpCarrier carrier = to(server)) {
      carrier.carry(mail(1), message(1));
      carrier.carry(mail(2), message(2));
    }
    MimeMessage[] received = mails.getReceivedMessages();
    assertThat(received).hasSize(2);
    assertThat(received[0].getMessageID()).isEqualTo("<1@shop.example>");
    assertThat(received[1].getMessageID()).isEqualTo("<2@shop.example>");
    assertThat(received[0].getSubject()).isEqualTo("Wählen Sie ein neues Passwort");
    assertThat(received[0].getHeader("Return-Path", null)).contains("hello@shop.example");
  }

  @Test
  void tellsOfAPasswordThatIsWrongWithoutIt() throws Exception {
    MailFault fault = fault(new SmtpServer(HERE, smtp(), Security.NONE, "shop", "wr0ng"));
    assertThat(fault.isFinal()).isFalse();
    assertThat(fault.reason()).contains("535").doesNotContain("wr0ng", "\n");
    assertThat(mails.getReceivedMessages()).isEmpty();
  }

  @Test
  void saysNothingToAServerThatCannotTurnToTls() throws Exception {
    MailFault fault = fault(new SmtpServer(HERE, smtp(), Security.STARTTLS, "shop", "s+cret:/%@"));
    assertThat(fault.isFinal()).isFalse();
    assertThat(fault.reason()).contains("STARTTLS is required");
    assertThat(mails.getReceivedMessages()).isEmpty();
  }

  @Test
  void trustsNoServerWhoseCertificateNobodyVouchesFor() throws Exception {
    int port = mails.getSmtps().getPort();
    MailFault fault = fault(new SmtpServer(HERE, port, Security.TLS, null, null));
    assertThat(fault.isFinal()).isFalse();
    assertThat(fault.reason()).contains("certif");
    assertThat(mails.getReceivedMessages()).isEmpty();
  }

  @Test
  void tellsThatNobodyAnswers() throws Exception {
    int port = smtp();
    mails.stop();
    MailFault fault = fault(new SmtpServer(HERE, port, Security.NONE, null, null));
    assertThat(fault.isFinal()).isFalse();
    assertThat(fault.reason()).contains("Couldn't connect", String.valueOf(port));
  }

  @ParameterizedTest
  @CsvSource({
    "550 5.1.1 No such user,true",
    "451 4.7.1 Come back later,false",
    "552 5.2.2 The mailbox is full,false"
  })
  void knowsARefusalFromABadMoment(String answer, boolean isFinal) throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Future<?> served = threads.submit(() -> serve(socket, answer));
      MailFault fault =
          fault(new SmtpServer(HERE, socket.getLocalPort(), Security.NONE, null, null));
      served.get();
      assertThat(fault.isFinal()).isEqualTo(isFinal);
      assertThat(fault.reason()).contains(answer);
    }
  }

  /** A server that takes everything but the recipient. */
  private static Void serve(ServerSocket socket, String answer) throws IOException {
    try (Socket client = socket.accept();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        OutputStream out = client.getOutputStream()) {
      out.write("220 here\r\n".getBytes(StandardCharsets.US_ASCII));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String said = line.startsWith("RCPT") ? answer : "250 fine";
        out.write((said + "\r\n").getBytes(StandardCharsets.US_ASCII));
        if (line.startsWith("QUIT")) {
          return null;
        }
      }
    }
    return null;
  }

  private MailFault fault(SmtpServer server) throws MessagingException {
    try (SmtpCarrier carrier = to(server)) {
      MimeMessage message = message(1);
      MessagingException failed =
          catchThrowableOfType(MessagingException.class, () -> carrier.carry(mail(1), message));
      assertThat(failed).isNotNull();
      return MailFault.of(failed);
    }
  }

  private SmtpCarrier to(SmtpServer server) {
    return new SmtpCarrier(() -> server, "shop.example", clock);
  }

  private int smtp() {
    return mails.getSmtp().getPort();
  }

  private static MimeMessage message(long id) throws MessagingException {
    Letter letter = Letters.write("reset-password", "de", mail(id).values());
    return new OutgoingMessage(mail(id), letter, "hello@shop.example");
  }

  private static QueuedMail mail(long id) {
    return new QueuedMail(
        id,
        "jane@mail.example",
        "reset-password",
        "de",
        Map.of("link", "https://shop.example/password?token=1"),
        id + "@shop.example",
        Instant.EPOCH,
        1);
  }
}
