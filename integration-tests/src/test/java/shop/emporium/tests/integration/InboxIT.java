package shop.emporium.tests.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import shop.emporium.domain.checkout.Benefit;
import shop.emporium.domain.checkout.Goodwill;
import shop.emporium.domain.shared.Actor;
import shop.emporium.ejb.cart.CartOwner;
import shop.emporium.ejb.cart.CartService;
import shop.emporium.ejb.chat.CannedReply;
import shop.emporium.ejb.chat.CannedReplyException;
import shop.emporium.ejb.chat.CannedReplyFields;
import shop.emporium.ejb.chat.CannedReplyService;
import shop.emporium.ejb.chat.FiguresService;
import shop.emporium.ejb.chat.FiguresView;
import shop.emporium.ejb.chat.InboxBox;
import shop.emporium.ejb.chat.InboxPage;
import shop.emporium.ejb.chat.InboxQuery;
import shop.emporium.ejb.chat.InboxRow;
import shop.emporium.ejb.chat.InboxService;
import shop.emporium.ejb.chat.PanelService;
import shop.emporium.ejb.chat.PanelView;
import shop.emporium.ejb.chat.TimelineEntry;
import shop.emporium.ejb.chat.TimelinePage;
import shop.emporium.ejb.chat.TimelineService;
import shop.emporium.ejb.checkout.CouponGiftException;
import shop.emporium.ejb.checkout.CouponGifts;
import shop.emporium.ejb.checkout.GiftedCoupon;
import shop.emporium.tests.purchase.Purchases;

/** What agents are shown of conversations and of who is at their other end. */
@Tag("integration")
@ExtendWith(ArquillianExtension.class)
class InboxIT {

  private static final Actor AGENT = Actor.staff(7);

  @Inject private InboxService inbox;
  @Inject private PanelService panel;
  @Inject private TimelineService timeline;
  @Inject private CannedReplyService replies;
  @Inject private FiguresService figures;
  @Inject private CouponGifts coupons;
  @Inject private CartService carts;
  @Inject private Fixture shop;
  @Inject private People people;

  private long jo;
  private long rosa;
  private long visitor;

  @BeforeEach
  void joAsksAndRosaAnswers() {
    shop.execute("TRUNCATE conversation, chat_visitor, coupon_gift CASCADE");
    people.none();
    shop.stock("lamp,Lamp,,Tindra,Home,,Colour,Red,LAMP,5,20.00,,active");
    jo = people.register("jo@example.com");
    rosa = people.register("rosa@example.com");
    shop.execute("UPDATE customer SET role = 'AGENT', name = 'Rosa' WHERE id = " + rosa);
    visitor = shop.number("INSERT INTO chat_visitor DEFAULT VALUES RETURNING id");
  }

  @Test
  void eachBoxHasWhatItSaysInItsOrder() {
    long late = guest("CHAT", "WAITING", "waiting_since", "now() - interval '1 minute'");
    long early = guest("CHAT", "WAITING", "waiting_since", "now() - interval '3 minutes'");
    long mine = customer("OPEN", rosa);
    long form = guest("FORM", "TICKET", "subject", "'Invoice'");
    long closed = guest("CHAT", "CLOSED", "closed_at", "now()");
    assertEquals(List.of(early, late), ids(InboxBox.WAITING, ""));
    assertEquals(List.of(mine), ids(InboxBox.MINE, ""));
    assertEquals(List.of(mine), ids(InboxBox.OPEN, ""));
    assertEquals(List.of(form), ids(InboxBox.TICKETS, ""));
    assertEquals(List.of(closed), ids(InboxBox.CLOSED, ""));
    assertEquals(5, list(InboxBox.ALL, "", 1, 20).total());
    InboxRow row = list(InboxBox.MINE, "", 1, 20).items().get(0);
    assertEquals(
        "Jo Doe jo@example.com Rosa", row.name() + " " + row.email() + " " + row.agentName());
  }

  @Test
  void pagesFollowEachOtherAndBeyondTheLastIsNothing() {
    for (int i = 0; i < 5; i++) {
      guest("FORM", "TICKET", "subject", "'Form " + i + "'");
    }
    List<Long> first =
        list(InboxBox.TICKETS, "", 1, 2).items().stream().map(InboxRow::conversation).toList();
    List<Long> second =
        list(InboxBox.TICKETS, "", 2, 2).items().stream().map(InboxRow::conversation).toList();
    assertEquals(2, first.size());
    assertEquals(2, second.size());
    assertFalse(second.stream().anyMatch(first::contains));
    assertEquals(1, list(InboxBox.TICKETS, "", 3, 2).items().size());
    assertTrue(list(InboxBox.TICKETS, "", 4, 2).items().isEmpty());
    assertThrows(ConstraintViolationException.class, () -> list(InboxBox.ALL, "", 0, 2));
    assertThrows(
        ConstraintViolationException.class, () -> list(InboxBox.ALL, "x".repeat(101), 1, 2));
  }

  @Test
  void isFoundByWhatWasSaidByNameAddressSubjectAndNumber() {
    long talk = customer("OPEN", rosa);
    say(talk, 1, "SHOPPER", "Where is my parcel EM-104831, please?");
    long form = guest("FORM", "TICKET", "subject", "'Broken hinge'");
    say(form, 1, "SHOPPER", "It''s 100% broken_off & loose");
    assertEquals(List.of(talk), ids(InboxBox.ALL, "parcel"));
    assertEquals(List.of(talk), ids(InboxBox.ALL, "PARC wher"));
    assertEquals(List.of(talk), ids(InboxBox.ALL, "EM-104831"));
    assertEquals(List.of(talk), ids(InboxBox.ALL, "jo@example.com"));
    assertEquals(List.of(form), ids(InboxBox.ALL, "hinge"));
    assertEquals(List.of(form), ids(InboxBox.ALL, "ada@example.com"));
    assertEquals(List.of(form), ids(InboxBox.ALL, "#" + form));
    assertEquals(List.of(form), ids(InboxBox.TICKETS, "loose"));
    assertEquals(List.of(), ids(InboxBox.TICKETS, "parcel"));
    assertTrue(list(InboxBox.ALL, "parcel", 1, 9).items().get(0).hit().contains("EM-104831"));
    for (String odd :
        List.of("'", "\\", "& | !", ":*", "%", "_", "' OR 1=1 --", "(", "<->", "\u2014")) {
      assertEquals(0, list(InboxBox.CLOSED, odd, 1, 9).total(), odd);
    }
  }

  @Test
  void thePanelKnowsACustomersCartOrdersAndEarlierTalks() {
    customerClosed();
    long talk = customer("OPEN", rosa);
    shop.number(Purchases.ofCustomer("jo@example.com", "lamp", "DELIVERED"));
    shop.execute("UPDATE shop_order SET items_minor = 2000, total_minor = 2000, due_minor = 2000");
    carts.add(CartOwner.customer(jo), "LAMP", 2);
    PanelView view = panel.of(talk).orElseThrow();
    assertTrue(view.isCustomer());
    assertEquals(1, view.orders());
    assertEquals(Money.parse("EUR 20.00"), view.spent());
    assertEquals(2, view.cart().count());
    assertEquals(1, view.latest().size());
    assertEquals(1, view.earlier().size());
    assertNotEquals(talk, view.earlier().get(0).conversation());
    assertTrue(panel.of(99).isEmpty());
    assertTrue(shop.statementsOf(() -> panel.of(talk)) <= 9);
  }

  @Test
  void whoOnlyNamesAnAddressIsShownNothingOfItsAccount() {
    shop.number(Purchases.ofCustomer("jo@example.com", "lamp", "DELIVERED"));
    customer("OPEN", rosa);
    long stranger = guest("FORM", "TICKET", "email", "'Jo@example.com'");
    PanelView view = panel.of(stranger).orElseThrow();
    assertFalse(view.isCustomer());
    assertNull(view.cart());
    assertEquals(0, view.orders());
    assertEquals(List.of(), view.earlier());
    assertEquals(
        List.of(TimelineEntry.Kind.FORM),
        timeline.of(stranger, 1, 10).orElseThrow().items().stream()
            .map(TimelineEntry::kind)
            .toList());
    shop.number(Purchases.ofGuest("jo@example.com", "lamp", "PAID"));
    assertEquals(1, panel.of(stranger).orElseThrow().orders(), "what guests ordered is theirs");
  }

  @Test
  void oneTimelineHasEverythingTheNewestFirst() {
    customerClosed();
    long talk = customer("OPEN", rosa);
    shop.number(Purchases.ofCustomer("jo@example.com", "lamp", "DELIVERED"));
    shop.execute("UPDATE mail SET customer_id = " + jo + " WHERE to_address = 'jo@example.com'");
    List<TimelineEntry> all = timeline.of(talk, 1, 40).orElseThrow().items();
    List<Instant> moments = all.stream().map(TimelineEntry::at).toList();
    assertEquals(moments.stream().sorted((one, other) -> other.compareTo(one)).toList(), moments);
    assertEquals(2, all.stream().filter(one -> one.kind() == TimelineEntry.Kind.CHAT).count());
    assertEquals(1, all.stream().filter(one -> one.kind() == TimelineEntry.Kind.ORDER).count());
    assertTrue(all.stream().anyMatch(one -> one.kind() == TimelineEntry.Kind.MAIL));
    TimelinePage first = timeline.of(talk, 1, 2).orElseThrow();
    TimelinePage second = timeline.of(talk, 2, 2).orElseThrow();
    assertTrue(first.more());
    assertEquals(names(all.subList(0, 2)), names(first.items()));
    assertEquals(names(all.subList(2, Math.min(4, all.size()))), names(second.items()));
    assertTrue(timeline.of(99, 1, 2).isEmpty());
  }

  /** A mail may be sent between two looks at it. */
  private static List<String> names(List<TimelineEntry> entries) {
    return entries.stream().map(entry -> entry.kind() + " " + entry.id()).toList();
  }

  @Test
  void figuresAreOfTheChatsOfTheseDays() {
    LocalDate day = LocalDate.of(2026, 3, 10);
    asked("2026-03-10 09:00:00+01", 20, 40, 5);
    asked("2026-03-10 23:30:00+01", 40, 60, 3);
    asked("2026-03-11 00:10:00+01", 600, 900, 0);
    FiguresView view = figures.of(day, day.plusDays(2));
    assertEquals(3, view.total().conversations());
    assertEquals(3, view.days().size());
    FiguresView.Sum first = view.days().get(0).sum();
    assertEquals(2, first.conversations());
    assertEquals(30, first.waitingMedian());
    assertEquals(39, first.waiting95());
    assertEquals(50, first.answerMedian());
    assertEquals(2, first.resolved());
    assertEquals(new BigDecimal("4.0"), first.stars());
    assertEquals(600, view.days().get(1).sum().waitingMedian());
    assertNull(view.days().get(2).sum().waitingMedian());
    assertEquals(List.of("Rosa"), view.agents().stream().map(FiguresView.Agent::name).toList());
    assertEquals(3, view.agents().get(0).sum().resolved());
    assertFalse(FiguresView.isRange(day, day.minusDays(1)));
  }

  @Test
  void readyAnswersAreFilledForTheConversation() {
    long talk = customer("OPEN", rosa);
    long id =
        replies.add(
            CannedReplyFields.typed(
                "where", "en", "Where", "{name}, {order} is on its way. {agent}"));
    long order = shop.number(Purchases.ofCustomer("jo@example.com", "lamp", "SHIPPED"));
    CannedReply filled =
        replies.filled(talk, "Rosa").orElseThrow().stream()
            .filter(one -> one.id() == id)
            .findFirst()
            .orElseThrow();
    assertEquals("Jo Doe, EM-" + order + " is on its way. Rosa", filled.body());
    assertEquals("en", replies.filled(talk, "Rosa").orElseThrow().get(0).language());
    CannedReplyException taken =
        assertThrows(
            CannedReplyException.class,
            () -> replies.add(CannedReplyFields.typed("where", "en", "Again", "x")));
    assertEquals(CannedReplyException.Fault.TAKEN, taken.getFault());
    assertThrows(
        ConstraintViolationException.class,
        () -> replies.add(CannedReplyFields.typed("No Shortcut", "en", "x", "x")));
    replies.delete(id);
    assertThrows(CannedReplyException.class, () -> replies.delete(id));
  }

  @Test
  void aCouponIsGivenOnceAKeyAndWithinBounds() {
    GiftedCoupon coupon = coupons.give(percent(10, false), AGENT, "conversation 1001", "key-1");
    assertEquals(coupon, coupons.give(percent(10, false), AGENT, "conversation 1001", "key-1"));
    assertEquals(
        "PERCENT 10.00 1 1 staff:7",
        shop.text(
                "SELECT concat_ws(' ', c.kind, c.percent, c.total_limit, c.person_limit, g.given_by) FROM coupon c"
                    + " JOIN coupon_gift g ON g.coupon_id = c.id WHERE c.code = '"
                    + coupon.code()
                    + "'")
            .orElseThrow());
    assertThrows(
        CouponGiftException.class, () -> coupons.give(percent(11, false), AGENT, "x", "key-2"));
    coupons.give(percent(20, true), AGENT, "x", "key-3");
    coupons.give(
        new Goodwill(new Benefit.Amount(Money.parse("EUR 10")), false), AGENT, "x", "key-4");
    assertEquals(3, shop.number("SELECT count(*) FROM coupon_gift"));
  }

  private static Goodwill percent(int percent, boolean isByAdministrator) {
    return new Goodwill(new Benefit.Percent(BigDecimal.valueOf(percent)), isByAdministrator);
  }

  private InboxPage list(InboxBox box, String text, int page, int size) {
    return inbox.list(new InboxQuery(box, rosa, text, page, size));
  }

  private List<Long> ids(InboxBox box, String text) {
    return list(box, text, 1, 20).items().stream().map(InboxRow::conversation).toList();
  }

  /** A conversation of a guest of its own, with one column more. */
  private long guest(String channel, String status, String column, String value) {
    visitor = shop.number("INSERT INTO chat_visitor DEFAULT VALUES RETURNING id");
    boolean isAddress = column.equals("email");
    // Who waits and has left an address may be told, by the node's own timer, to wait for a mail.
    String address = status.equals("WAITING") ? "" : "ada@example.com";
    return shop.number(
        """
        INSERT INTO conversation (channel, status, status_by, visitor_id, name, language%s, %s)
        VALUES ('%s', '%s', 'guest', %d, 'Ada', 'en'%s, %s) RETURNING id
        """
            .formatted(
                isAddress ? "" : ", email",
                column,
                channel,
                status,
                visitor,
                isAddress ? "" : ", '" + address + "'",
                value));
  }

  private long customer(String status, long agent) {
    return shop.number(
        """
        INSERT INTO conversation (channel, status, status_by, customer_id, name, language, agent_id)
        VALUES ('CHAT', '%s', 'customer:%d', %d, 'Jo Doe', 'en', %d) RETURNING id
        """
            .formatted(status, jo, jo, agent));
  }

  private void customerClosed() {
    shop.execute(
        """
        INSERT INTO conversation (channel, status, status_by, customer_id, language, closed_at, created_at)
        VALUES ('CHAT', 'CLOSED', 'shop', %d, 'en', now(), now() - interval '9 days')
        """
            .formatted(jo));
  }

  private void say(long conversation, int number, String sender, String text) {
    shop.execute(
        """
        INSERT INTO conversation_message (conversation_id, number, client_id, sender, kind, body)
        VALUES (%d, %d, 'client-%d', '%s', 'TEXT', '%s')
        """
            .formatted(conversation, number, number, sender, text));
  }

  /** A chat that was answered and closed; 0 stars for none. */
  private void asked(String at, int waited, int answered, int stars) {
    shop.execute(
        """
        INSERT INTO conversation (channel, status, status_by, visitor_id, language, agent_id, created_at, asked_at, assigned_at,
                                  answered_at, closed_at, stars, rated_at)
        SELECT 'CHAT', 'CLOSED', 'shop', %1$d, 'en', %2$d, t, t, t + interval '%4$d seconds', t + interval '%5$d seconds',
               t + interval '1 hour', nullif(%6$d, 0), CASE WHEN %6$d > 0 THEN t END
          FROM (SELECT timestamptz '%3$s' AS t) moment
        """
            .formatted(visitor, rosa, at, waited, answered, stars));
  }
}
