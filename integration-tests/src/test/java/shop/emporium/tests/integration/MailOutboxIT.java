package shop.emporium.tests.integration;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import shop.emporium.ejb.shared.LiveSetting;
import shop.emporium.ejb.shared.mail.KeptMail;
import shop.emporium.ejb.shared.mail.MailDraft;
import shop.emporium.ejb.shared.mail.MailFolder;
import shop.emporium.ejb.shared.mail.MailOutbox;
import shop.emporium.ejb.shared.mail.MailQueue;
import shop.emporium.ejb.shared.mail.MailSender;
import shop.emporium.ejb.shared.mail.QueuedMail;

/** The timer of the server under test sends too, so that a test waits for what it asks for. */
@Tag("integration")
@ExtendWith(ArquillianExtension.class)
class MailOutboxIT {

  private static final String URL = "store.smtp.url";
  private static final String FOLDER = "store.mail.folder";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long START_MS = 30_000;
  private static final int SENDERS = 6;

  @Inject private MailOutbox outbox;
  @Inject private MailQueue queue;
  @Inject private MailSender sender;
  @Inject private MailFolder folder;
  @Inject private Fixture shop;
  @Resource private UserTransaction transaction;
  @Resource private ManagedExecutorService executor;

  private GreenMail mails;
  private Path kept;

  @BeforeEach
  void open() throws IOException {
    shop.execute("DELETE FROM mail");
    kept = Files.createTempDirectory("mails");
    System.setProperty(FOLDER, kept.toString());
    begin();
  }

  @AfterEach
  void close() throws IOException {
    System.clearProperty(URL);
    System.clearProperty(FOLDER);
    LiveSetting.readAnew();
    mails.stop();
    shop.execute("DROP TRIGGER IF EXISTS refuse ON mail");
    shop.execute("DELETE FROM mail");
    try (Stream<Path> files = Files.list(kept)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(kept);
  }

  /** A mail server on a port that is free, and the shop told of it. */
  private void begin() {
    ServerSetup server = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    server.setServerStartupTimeout(START_MS);
    mails = new GreenMail(server);
    mails.setUser("shop", "secret");
    mails.start();
    System.setProperty(URL, "smtp://shop:secret@127.0.0.1:" + mails.getSmtp().getPort());
    LiveSetting.readAnew();
  }

  @Test
  void sendsWhatWasCommittedByItself() throws Exception {
    outbox.put(0, draft("jane@mail.example"));
    await().atMost(PATIENCE).until(() -> count("sent_at IS NOT NULL") == 1);
    MimeMessage mail = onlyMail();
    assertEquals("Choose a new password", mail.getSubject());
    assertEquals("jane@mail.example", mail.getHeader("To", null));
    assertEquals("Emporium <hello@emporium.example>", mail.getHeader("From", null));
    assertEquals(
        1,
        count("message_id = '" + mail.getMessageID().replaceAll("[<>]", "") + "'"),
        "the message is that of the row");
    assertEquals(1, count("details = '{}' AND attempts = 1 AND sending_by IS NULL"));
    assertEquals(0, sender.run());
    assertEquals(1, mails.getReceivedMessages().length);
  }

  @Test
  void sendsNothingOfWhatWasRolledBackOrIsNotCommittedYet() throws Exception {
    transaction.begin();
    outbox.put(0, draft("jane@mail.example"));
    transaction.rollback();
    transaction.begin();
    outbox.put(0, draft("john@mail.example"));
    assertEquals(0, executor.submit(sender::run).get());
    assertEquals(0, mails.getReceivedMessages().length);
    transaction.commit();
    await().atMost(PATIENCE).until(() -> count("sent_at IS NOT NULL") == 1);
    assertEquals("john@mail.example", onlyMail().getHeader("To", null));
    assertEquals(1, count("true"));
  }

  @Test
  void triesAgainLaterWhenTheServerIsAway() throws Exception {
    mails.stop();
    outbox.put(0, draft("jane@mail.example"));
    await().atMost(PATIENCE).until(() -> count("last_error LIKE '%onnect%'") == 1);
    assertEquals(
        1,
        count(
            "attempts = 1 AND sent_at IS NULL AND given_up_at IS NULL AND sending_by IS NULL"
                + " AND next_attempt_at - now() BETWEEN interval '1 second' AND interval '15 seconds'"));
    begin();
    assertEquals(0, sender.run(), "not before its time");
    shop.execute("UPDATE mail SET next_attempt_at = now()");
    await().atMost(PATIENCE).until(() -> count("sent_at IS NOT NULL AND attempts = 2") == 1);
    assertEquals("jane@mail.example", onlyMail().getHeader("To", null));
  }

  @Test
  void triesTheOthersOfAHandfulOneByOneWhenTheServerIsAway() throws Exception {
    mails.stop();
    transaction.begin();
    for (int i = 0; i < 3; i++) {
      outbox.put(0, draft("jane" + i + "@mail.example"));
    }
    transaction.commit();
    await().atMost(PATIENCE).until(() -> count("last_error LIKE '%onnect%'") == 3);
    assertEquals(3, count("attempts = 1 AND sending_by IS NULL AND given_up_at IS NULL"));
  }

  @Test
  void givesUpInTheEndAndKeepsWhatItWasAndWhy() {
    mails.stop();
    shop.execute(
        "INSERT INTO mail (to_address, template, locale, details, message_id, attempts)"
            + " VALUES ('jane@mail.example', 'reset-password', 'en', '{\"name\":\"Jane\"}', 'x', 21)");
    await().atMost(PATIENCE).until(() -> count("given_up_at IS NOT NULL") == 1);
    assertEquals(
        1, count("attempts = 22 AND last_error LIKE '%onnect%' AND details ->> 'name' = 'Jane'"));
    assertTrue(queue.take(1).isEmpty());
  }

  @Test
  void givesUpAtOnceWhereNoMailCanEverGo() {
    shop.execute(
        "INSERT INTO mail (to_address, template, locale, details, message_id)"
            + " VALUES ('jane@-mail..example', 'reset-password', 'en', '{}', 'x')");
    await().atMost(PATIENCE).until(() -> count("given_up_at IS NOT NULL AND attempts = 1") == 1);
    assertEquals(0, mails.getReceivedMessages().length);
  }

  @Test
  void leavesAMailOfALaterReleaseToItsNodes() {
    shop.execute(
        "INSERT INTO mail (to_address, template, locale, details, message_id)"
            + " VALUES ('jane@mail.example', 'not-known-yet', 'en', '{}', 'x')");
    await().atMost(PATIENCE).until(() -> count("last_error IS NOT NULL") == 1);
    assertEquals(1, count("given_up_at IS NULL AND next_attempt_at > now()"));
  }

  @Test
  void sendsEachMailOnceHoweverManySendersThereAre() throws Exception {
    int written = 60;
    transaction.begin();
    for (int i = 0; i < written; i++) {
      outbox.put(0, draft("jane" + i + "@mail.example"));
    }
    transaction.commit();
    Callable<Integer> untilNoneIsLeft =
        () -> {
          int sent = 0;
          for (int now = sender.run(); now > 0; now = sender.run()) {
            sent += now;
          }
          return sent;
        };
    int sent = sum(executor.invokeAll(Collections.nCopies(SENDERS, untilNoneIsLeft)));
    assertTrue(sent > 0, "the timer did not do it alone");
    await().atMost(PATIENCE).until(() -> count("sent_at IS NOT NULL") == written);
    assertEquals(written, mails.getReceivedMessages().length);
    assertEquals(
        written,
        Arrays.stream(mails.getReceivedMessages())
            .map(MailOutboxIT::recipient)
            .collect(Collectors.toSet())
            .size());
    assertEquals(written, count("attempts = 1"));
  }

  @Test
  void sendsWhatADeadNodeHadTakenWhenItsTimeIsOver() throws Exception {
    shop.execute(
        "INSERT INTO mail (to_address, template, locale, details, message_id, attempts, sending_by, sending_since, next_attempt_at)"
            + " VALUES ('jane@mail.example', 'reset-password', 'en', '{}', 'x@shop.example', 1, 'dead', now(), now() + interval '10 minutes')");
    assertEquals(0, sender.run());
    assertEquals(0, mails.getReceivedMessages().length);
    shop.execute("UPDATE mail SET next_attempt_at = now()");
    await().atMost(PATIENCE).until(() -> count("sent_at IS NOT NULL AND attempts = 2") == 1);
    assertEquals("<x@shop.example>", onlyMail().getMessageID());
  }

  @Test
  void holdsWhatItHasTakenForLongerThanItCanNeed() throws Exception {
    transaction.begin();
    outbox.put(0, draft("jane@mail.example"));
    List<QueuedMail> taken = queue.take(1);
    transaction.commit();
    QueuedMail mail = taken.get(0);
    assertEquals(1, mail.attempts());
    assertEquals(1, count("sending_by = 'it' AND sending_since IS NOT NULL"));
    assertEquals(1, count("next_attempt_at - now() > interval '9 minutes'"));
    assertTrue(queue.take(1).isEmpty());

    shop.execute("UPDATE mail SET attempts = 2");
    queue.failed(mail, "Too late to say so", true);
    assertEquals(1, count("given_up_at IS NULL AND last_error IS NULL"));
    queue.sent(List.of(mail));
    assertEquals(1, count("sent_at IS NOT NULL"));
  }

  @Test
  void sendsNothingTwiceWhenTheDatabaseDoesNotHearOfIt() throws Exception {
    shop.execute(
        "CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql"
            + " AS $$ BEGIN RAISE EXCEPTION 'no'; END $$");
    shop.execute(
        "CREATE TRIGGER refuse BEFORE UPDATE ON mail FOR EACH ROW WHEN (NEW.sent_at IS NOT NULL)"
            + " EXECUTE FUNCTION refuse()");
    outbox.put(0, draft("jane@mail.example"));
    await().atMost(PATIENCE).until(() -> mails.getReceivedMessages().length == 1);
    // The timer that sent it has been refused: only then it is known here that it is sent.
    await().atMost(PATIENCE).untilAsserted(() -> assertThrows(EJBException.class, sender::run));
    // Were it due again, it still is known to be sent on this node.
    shop.execute("UPDATE mail SET next_attempt_at = now()");
    assertThrows(EJBException.class, sender::run);
    assertEquals(1, count("sent_at IS NULL"));
    shop.execute("DROP TRIGGER refuse ON mail");
    await().atMost(PATIENCE).until(() -> count("sent_at IS NOT NULL") == 1);
    assertEquals(0, sender.run());
    assertEquals(1, mails.getReceivedMessages().length);
  }

  @Test
  void writesToAFolderWithoutAMailServer() {
    System.clearProperty(URL);
    LiveSetting.readAnew();
    outbox.put(0, draft("jane@mail.example"));
    await().atMost(PATIENCE).until(() -> count("sent_at IS NOT NULL") == 1);
    List<KeptMail> all = folder.newest();
    assertEquals(1, all.size());
    KeptMail mail = all.get(0);
    assertEquals("jane@mail.example", mail.to());
    assertEquals("https://shop.example/password?token=1", mail.links().get(0));
    assertEquals(Optional.of(mail), folder.find(mail.name()));
    assertEquals(0, mails.getReceivedMessages().length);
  }

  @Test
  void refusesAMailThatNobodyHasWritten() {
    MailDraft unknown =
        new MailDraft("jane@mail.example", "no-such-mail", Locale.ENGLISH, Map.of());
    assertThrows(EJBException.class, () -> outbox.put(0, unknown));
    assertEquals(0, count("true"));
  }

  @Test
  void throwsAwayOldMailsAndNoOthers() {
    String insert =
        "INSERT INTO mail (to_address, template, locale, details, message_id, next_attempt_at, sent_at, given_up_at)"
            + " VALUES ('jane@mail.example', 'reset-password', 'en', '{}', '%s', 'infinity', %s, %s)";
    shop.execute(insert.formatted("old", "now() - interval '31 days'", "NULL"));
    shop.execute(insert.formatted("given-up", "NULL", "now() - interval '31 days'"));
    shop.execute(insert.formatted("new", "now() - interval '29 days'", "NULL"));
    shop.execute(insert.formatted("waiting", "NULL", "NULL"));
    shop.execute("UPDATE mail SET created_at = now() - interval '90 days'");
    assertEquals(2, queue.purge(30));
    assertEquals(2, count("message_id IN ('new', 'waiting')"));
    assertFalse(queue.purge(30) > 0);
  }

  private long count(String condition) {
    return shop.number("SELECT count(*) FROM mail WHERE " + condition);
  }

  private MimeMessage onlyMail() {
    assertEquals(1, mails.getReceivedMessages().length);
    return mails.getReceivedMessages()[0];
  }

  private static String recipient(MimeMessage mail) {
    try {
      return mail.getHeader("To", null);
    } catch (MessagingException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static int sum(List<Future<Integer>> results)
      throws InterruptedException, ExecutionException {
    int sum = 0;
    for (Future<Integer> result : results) {
      sum += result.get();
    }
    return sum;
  }

  private static MailDraft draft(String to) {
    return new MailDraft(
        to,
        "reset-password",
        Locale.ENGLISH,
        Map.of("name", "Jane", "link", "https://shop.example/password?token=1"));
  }
}
