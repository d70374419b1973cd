package shop.emporium.tests.integration;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import jakarta.validation.ConstraintViolationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import shop.emporium.ejb.customer.PrivacyService;
import shop.emporium.ejb.customer.TooManyAttemptsException;
import shop.emporium.ejb.wishlist.StockAlertSender;
import shop.emporium.ejb.wishlist.StockAlertService;
import shop.emporium.ejb.wishlist.WishlistException;
import shop.emporium.ejb.wishlist.WishlistFault;

/**
 * Who is told when something is back. The timer of the server under test sends too, so that tests
 * count what was sent, whoever sent it.
 */
@Tag("integration")
@ExtendWith(ArquillianExtension.class)
class StockAlertIT {

  private static final String GUEST = "guest@example.com";
  private static final String JO = "jo@example.com";
  private static final String BACK = "back-in-stock";
  private static final String CONFIRM = "confirm-alert";
  private static final int SENDERS = 6;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject private StockAlertService alerts;
  @Inject private StockAlertSender sender;
  @Inject private PrivacyService privacy;
  @Inject private Fixture shop;
  @Inject private People people;
  @Resource private UserTransaction transaction;
  @Resource private ManagedExecutorService executor;

  @BeforeEach
  void soldOut() {
    people.none();
    shop.stock(
        "drum,Snare Drum,,Brava,Music,,Title,Default Title,DRUM,0,210.00,,active",
        "lamp,Red Lamp,,Brava,Home,,Title,Default Title,LAMP,9,50.00,,active",
        "old,Old Lamp,,Brava,Music,,Title,Default Title,OLD,0,5.00,,archived");
  }

  @AfterEach
  void repair() {
    shop.execute("DROP TRIGGER IF EXISTS refuse ON mail");
  }

  @Test
  void aGuestIsToldOnceTheAddressHasSaidYes() {
    ask(GUEST);
    assertEquals(1, people.mails(GUEST, CONFIRM));
    restock(1);
    drain();
    assertEquals(0, people.mails(GUEST, BACK));

    String link = people.token(GUEST, CONFIRM);
    assertFalse(alerts.find(link).orElseThrow().isConfirmed());
    alerts.confirm(link);
    alerts.confirm(link);
    assertTrue(alerts.find(link).orElseThrow().isConfirmed());
    drain();
    await().atMost(PATIENCE).until(() -> people.mails(GUEST, BACK) == 1);
    restock(0);
    restock(5);
    drain();
    assertEquals(1, people.mails(GUEST, BACK));
  }

  @Test
  void aCustomerWhoseAddressIsConfirmedIsToldWithoutAQuestion() {
    long jo = people.register(JO);
    assertFalse(alerts.ask(jo, "DRUM", People.HOME));
    assertEquals(1, people.mails(JO, CONFIRM));
    people.confirm(people.token(JO, "confirm-address"));
    assertTrue(alerts.ask(jo, "DRUM", People.HOME));
    assertTrue(alerts.ask(jo, "DRUM", People.HOME));
    assertEquals(1, people.mails(JO, CONFIRM));
    assertEquals(List.of("DRUM"), alerts.awaited(jo));
    restock(2);
    drain();
    await().atMost(PATIENCE).until(() -> people.mails(JO, BACK) == 1);
    assertEquals(List.of(), alerts.awaited(jo));

    restock(0);
    alerts.ask(jo, "DRUM", People.HOME);
    alerts.cancel(jo, "DRUM");
    restock(1);
    drain();
    assertEquals(1, people.mails(JO, BACK));
  }

  @Test
  void manySendersAtOnceSendOneMailEach() throws Exception {
    int waiting = 20;
    for (int i = 0; i < waiting; i++) {
      waits("guest" + i + "@example.com");
    }
    restock(1);
    Callable<Integer> send = this::drain;
    int sent = 0;
    for (Future<Integer> call : executor.invokeAll(Collections.nCopies(SENDERS, send))) {
      sent += call.get();
    }
    assertTrue(sent <= waiting);
    await().atMost(PATIENCE).until(() -> mails() == waiting);
    drain();
    assertEquals(waiting, mails());
    assertEquals(
        waiting,
        shop.number(
            "SELECT count(DISTINCT to_address) FROM seen_mail WHERE template = '" + BACK + "'"));
  }

  @Test
  void aMailThatIsNotCommittedIsSentLaterAndOnce() throws Exception {
    waits(GUEST);
    shop.execute("UPDATE product_variant SET available = 0 WHERE sku = 'DRUM'");
    transaction.begin();
    shop.execute("UPDATE product_variant SET available = 1 WHERE sku = 'DRUM'");
    sender.sendOne();
    transaction.rollback();
    drain();
    await().atMost(PATIENCE).until(() -> mails() == 1);

    shop.execute(
        """
        CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN RAISE EXCEPTION 'refused'; END $$
        """);
    shop.execute(
        "CREATE TRIGGER refuse BEFORE INSERT ON mail FOR EACH ROW EXECUTE FUNCTION refuse()");
    waits(JO);
    // The node's own timer may be refused just then.
    await().atMost(PATIENCE).untilAsserted(() -> assertThrows(EJBException.class, sender::sendOne));
    assertEquals(1, shop.number("SELECT count(*) FROM stock_alert WHERE sent_at IS NULL"));
    shop.execute("DROP TRIGGER refuse ON mail");
    drain();
    await().atMost(PATIENCE).until(() -> mails() == 2);
    drain();
    assertEquals(1, people.mails(JO, BACK));
  }

  @Test
  void nobodyIsToldOfWhatIsNotShown() {
    waits(GUEST);
    shop.execute("UPDATE product SET published = false WHERE slug = 'drum'");
    restock(3);
    drain();
    assertEquals(0, people.mails(GUEST, BACK));
    shop.execute("UPDATE product SET published = true WHERE slug = 'drum'");
    drain();
    await().atMost(PATIENCE).until(() -> people.mails(GUEST, BACK) == 1);
  }

  @Test
  void whatIsInStockOrNotSoldIsNotWaitedFor() {
    assertFault(WishlistFault.IN_STOCK, "LAMP");
    assertFault(WishlistFault.UNKNOWN_ARTICLE, "OLD");
    assertFault(WishlistFault.UNKNOWN_ARTICLE, "NONE");
    for (String email : List.of("", "guest", "a@b@c", "a@example.com\r\nBcc: b@example.com")) {
      assertThrows(
          ConstraintViolationException.class,
          () -> alerts.askAsGuest("DRUM", email, "en", People.HOME));
    }
    assertThrows(
        ConstraintViolationException.class,
        () -> alerts.askAsGuest("DRUM", GUEST, "xx", People.HOME));
  }

  @Test
  void spellingsOfAnAddressAreOne() {
    ask(GUEST);
    ask("GUEST@example.com");
    assertEquals(1, shop.number("SELECT count(*) FROM stock_alert"));
    alerts.confirm(people.token("GUEST@example.com", CONFIRM));
    ask(GUEST);
    assertEquals(1, people.mails(GUEST, CONFIRM));
  }

  /** More at once than a node has connections to its database: none may wait for a second one. */
  @Test
  void aCrowdThatAsksAtOnceIsHeardEach() throws Exception {
    ExecutorService crowd = Executors.newFixedThreadPool(40);
    try {
      List<Callable<Void>> calls = new ArrayList<>();
      for (int i = 0; i < 80; i++) {
        String email = "crowd" + i + "@example.com";
        calls.add(
            () -> {
              ask(email);
              return null;
            });
      }
      for (Future<Void> heard : crowd.invokeAll(calls)) {
        heard.get();
      }
    } finally {
      crowd.shutdownNow();
    }
    assertEquals(80, shop.number("SELECT count(*) FROM stock_alert"));
  }

  @Test
  void aGuestsAlertsAreNotThoseOfWhoRegistersTheAddressWithoutProof() {
    ask(JO);
    alerts.confirm(people.token(JO, CONFIRM));
    long mallory = people.register(JO);
    assertFalse(alerts.ask(mallory, "DRUM", People.HOME));
    assertFalse(privacy.export(mallory).toString().contains("DRUM"));
    privacy.erase(mallory);
    restock(1);
    drain();
    await().atMost(PATIENCE).until(() -> people.mails(JO, BACK) == 1);
  }

  @Test
  void nobodysMailboxIsFlooded() {
    for (int i = 0; i < 6; i++) {
      ask(GUEST);
    }
    assertThrows(TooManyAttemptsException.class, () -> ask(GUEST));
  }

  @Test
  void anAddressWaitsForABoundedNumber() {
    long jo = people.register(JO);
    people.confirm(people.token(JO, "confirm-address"));
    shop.execute(
        """
        INSERT INTO product_variant (id, product_id, position, sku, price_minor, price_currency, available)
        SELECT 100000 + n, p.id, 10 + n, 'OUT-' || n, 100, 'EUR', 0 FROM product p, generate_series(1, %d) n
         WHERE p.slug = 'drum'
        """
            .formatted(StockAlertService.MAX_WAITING));
    for (int i = 1; i <= StockAlertService.MAX_WAITING; i++) {
      alerts.ask(jo, "OUT-" + i, People.HOME);
    }
    alerts.ask(jo, "OUT-1", People.HOME);
    WishlistException refused =
        assertThrows(WishlistException.class, () -> alerts.ask(jo, "DRUM", People.HOME));
    assertEquals(WishlistFault.TOO_MANY_ALERTS, refused.getFault());
    ask(JO);
    assertEquals(0, people.mails(JO, CONFIRM));
  }

  @Test
  void aLinkForgetsTheAddressAndAllThatItWaitsFor() {
    ask(GUEST);
    String link = people.token(GUEST, CONFIRM);
    ask("other@example.com");
    alerts.forget(link);
    assertEquals(1, shop.number("SELECT count(*) FROM stock_alert"));
    assertTrue(alerts.find(link).isEmpty());
    assertEquals(
        WishlistFault.LINK,
        assertThrows(WishlistException.class, () -> alerts.confirm(link)).getFault());
    for (String none : List.of("", "x", "0".repeat(43), "' OR 1=1")) {
      assertThrows(WishlistException.class, () -> alerts.forget(none));
    }
  }

  @Test
  void whatWasNotConfirmedOrWasSentIsForgottenAfterThirtyDays() {
    ask(GUEST);
    waits(JO);
    shop.execute("UPDATE stock_alert SET created_at = now() - interval '31 days'");
    assertTrue(alerts.find(people.token(GUEST, CONFIRM)).isEmpty());
    assertEquals(1, alerts.purge());
    restock(1);
    drain();
    await().atMost(PATIENCE).until(() -> mails() == 1);
    assertEquals(0, alerts.purge());
    shop.execute("UPDATE stock_alert SET sent_at = now() - interval '31 days'");
    assertEquals(1, alerts.purge());
  }

  @Test
  void alertsAreShownToTheirOwnerAndForgottenWithTheAccount() {
    long jo = people.register(JO);
    people.confirm(people.token(JO, "confirm-address"));
    ask(JO);
    assertEquals(
        "DRUM", privacy.export(jo).getJsonArray("stockAlerts").getJsonObject(0).getString("sku"));
    privacy.erase(jo);
    assertEquals(0, shop.number("SELECT count(*) FROM stock_alert"));
  }

  private void ask(String email) {
    alerts.askAsGuest("DRUM", email, "de", People.HOME);
  }

  /** Somebody who waits and has confirmed it. */
  private void waits(String email) {
    shop.execute(
        """
        INSERT INTO stock_alert (variant_id, email, email_key, locale, confirmed_at)
        SELECT id, '%s', '%s', 'en', now() FROM product_variant WHERE sku = 'DRUM'
        """
            .formatted(email, email));
  }

  private void restock(int pieces) {
    shop.execute("UPDATE product_variant SET available = " + pieces + " WHERE sku = 'DRUM'");
  }

  /** Sends what is due; returns how many. */
  private int drain() {
    int sent = 0;
    while (sender.sendOne()) {
      sent++;
    }
    return sent;
  }

  private long mails() {
    return shop.number("SELECT count(*) FROM seen_mail WHERE template = '" + BACK + "'");
  }

  private void assertFault(WishlistFault fault, String sku) {
    assertEquals(
        fault,
        assertThrows(
                WishlistException.class, () -> alerts.askAsGuest(sku, GUEST, "en", People.HOME))
            .getFault());
  }
}
