package shop.emporium.tests.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.UserTransaction;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import shop.emporium.domain.chat.TicketState;
import shop.emporium.domain.shared.Secret;
import shop.emporium.ejb.chat.ChatKeys;
import shop.emporium.ejb.chat.ChatOwner;
import shop.emporium.ejb.chat.Filed;
import shop.emporium.ejb.chat.Ticket;
import shop.emporium.ejb.chat.TicketAnswered;
import shop.emporium.ejb.chat.TicketException;
import shop.emporium.ejb.chat.TicketFault;
import shop.emporium.ejb.chat.TicketKeys;
import shop.emporium.ejb.chat.TicketLine;
import shop.emporium.ejb.chat.TicketSummary;
import shop.emporium.ejb.customer.Caller;
import shop.emporium.ejb.customer.PrivacyService;
import shop.emporium.ejb.customer.TooManyAttemptsException;
import shop.emporium.ejb.support.CallBackForm;
import shop.emporium.ejb.support.ContactForm;
import shop.emporium.ejb.support.SupportService;
import shop.emporium.ejb.support.TicketAnswer;

/** Forms, calls back and tickets: kept once, shown to whose they are, answered by mail. */
@Tag("integration")
@ExtendWith(ArquillianExtension.class)
class SupportIT {

  private static final String ADA = "ada@example.com";
  private static final String JO = "jo@example.com";
  private static final String RECEIVED = "ticket-received";

  @Inject private SupportService support;
  @Inject private ChatKeys keys;
  @Inject private TicketKeys tickets;
  @Inject private PrivacyService privacy;
  @Inject private Event<TicketAnswered> answered;
  @Inject private Fixture shop;
  @Inject private People people;
  @Resource private UserTransaction transaction;
  @Resource private ManagedExecutorService executor;

  @BeforeEach
  void nobodyAskedAnything() {
    people.none();
    shop.execute("TRUNCATE chat_visitor CASCADE");
  }

  @Test
  void aFormIsKeptWithItsMailAndReadByWhoeverHasItsKey() {
    Secret key = Secret.random();
    Filed filed = support.askAsGuest(key, form(ADA, "form-0001", "Does it\r\nrun small?"), home());
    assertTrue(filed.isNew());
    assertEquals(1, people.mails(ADA, RECEIVED));
    Ticket ticket = support.find(owner(key), filed.conversation()).orElseThrow();
    assertEquals("Size · EM-100001", ticket.summary().subject());
    assertEquals(TicketState.WAITING, ticket.summary().state());
    assertEquals(
        List.of("Does it\nrun small?"), ticket.lines().stream().map(TicketLine::text).toList());
    assertEquals(
        "TICKET guest form",
        shop.text("SELECT to_status || ' ' || who || ' ' || why FROM conversation_event")
            .orElse(""));
    Secret mailed = mailedKey(ADA, RECEIVED);
    assertFalse(mailed.equals(key), "each mail has a key of its own");
    assertTrue(opens(mailed, filed.conversation()));
  }

  @Test
  void aMailedKeyOpensItsTicketAlone() {
    Secret key = Secret.random();
    long one = support.askAsGuest(key, form(ADA, "form-0001", "One"), home()).conversation();
    Secret first = mailedKey(ADA, RECEIVED);
    long two = support.askAsGuest(key, form(ADA, "form-0002", "Two"), home()).conversation();
    Secret second = mailedKey(ADA, RECEIVED);
    assertEquals(Optional.of(one), tickets.conversationOf(first));
    assertTrue(opens(first, one) && opens(second, two));
    assertFalse(opens(first, two) || opens(second, one));
    assertTrue(tickets.owner(List.of(first, Secret.random(), second), one).isPresent());
    assertEquals(List.of(two, one), numbers(owner(key)), "its browser opens both");
    assertEquals(Optional.empty(), keys.visitorOf(first), "nobody chats with it");
    // Whoever has made an account since signs in to read it.
    shop.execute("UPDATE conversation SET customer_id = %d".formatted(people.register(JO)));
    assertFalse(opens(first, one));
    shop.execute("UPDATE conversation SET customer_id = NULL");
    shop.execute("UPDATE ticket_key SET expires_at = now() - interval '1 s'");
    assertFalse(opens(first, one));
    assertEquals(Optional.empty(), tickets.conversationOf(first));
    assertEquals(2, tickets.purge());
  }

  @Test
  void aMailedKeyOpensFilesOfItsTicketAlone() {
    Secret key = Secret.random();
    long one = support.askAsGuest(key, form(ADA, "form-0001", "One"), home()).conversation();
    Secret first = mailedKey(ADA, RECEIVED);
    long two = support.askAsGuest(key, form(ADA, "form-0002", "Two"), home()).conversation();
    UUID ofOne = file(one);
    UUID ofTwo = file(two);
    assertTrue(tickets.ownerOfFile(List.of(first), ofOne).isPresent());
    assertEquals(Optional.empty(), tickets.ownerOfFile(List.of(first), ofTwo));
    assertEquals(Optional.empty(), tickets.ownerOfFile(List.of(Secret.random()), ofOne));
    assertEquals(Optional.empty(), tickets.ownerOfFile(List.of(), ofOne));
  }

  @Test
  void aFormThatIsSentTwiceIsOneHoweverManyNodesTakeIt() throws Exception {
    Secret key = Secret.random();
    ContactForm form = form(ADA, "form-0001", "Hello?");
    Callable<Filed> send = () -> support.askAsGuest(key, form, home());
    List<Filed> all = Collections.synchronizedList(new ArrayList<>());
    for (Future<Filed> sent : executor.invokeAll(Collections.nCopies(4, send))) {
      all.add(sent.get());
    }
    assertEquals(1, all.stream().filter(Filed::isNew).count());
    assertEquals(1, all.stream().map(Filed::conversation).distinct().count());
    assertEquals(1, shop.number("SELECT count(*) FROM conversation"));
    assertEquals(1, people.mails(ADA, RECEIVED));
    // The same id with other words is another question: programs count their ids from one.
    assertTrue(support.askAsGuest(key, form(ADA, "form-0001", "Else"), home()).isNew());
  }

  @Test
  void whatIsSomebodyElsesIsNotThere() {
    long jo = people.register(JO);
    long sam = people.register("sam@example.com");
    long ofJo = support.ask(jo, form(JO, "form-0001", "Mine"), home()).conversation();
    Secret key = Secret.random();
    long ofAda = support.askAsGuest(key, form(ADA, "form-0002", "Hers"), home()).conversation();
    ChatOwner ada = owner(key);
    assertTrue(support.find(customer(sam), ofJo).isEmpty());
    assertTrue(support.find(customer(sam), ofAda).isEmpty());
    assertTrue(support.find(ada, ofJo).isEmpty());
    assertTrue(support.find(customer(jo), ofAda).isEmpty());
    assertFault(TicketFault.UNKNOWN, () -> answer(customer(sam), ofJo, "answer-01", "x"));
    assertFault(TicketFault.UNKNOWN, () -> answer(ada, ofJo, "answer-01", "x"));
    assertEquals(List.of(ofJo), numbers(customer(jo)));
    assertEquals(List.of(), numbers(customer(sam)));
    // In one browser: what was asked before signing in, and what the account has.
    assertEquals(List.of(ofAda, ofJo), numbers(new ChatOwner(Optional.of(jo), ada.visitor())));
    // Of the account, whatever key the browser keeps after signing out.
    shop.execute(
        "UPDATE conversation SET visitor_id = "
            + ada.visitor().orElseThrow()
            + " WHERE id = "
            + ofJo);
    assertTrue(support.find(ada, ofJo).isEmpty());
  }

  @Test
  void whoAnswersOpensWhatWasDoneAndSaysItOnce() {
    long jo = people.register(JO);
    long number = support.ask(jo, form(JO, "form-0001", "Where is it?"), home()).conversation();
    assertEquals(2, answer(customer(jo), number, "answer-01", "Still nothing"));
    assertEquals(2, answer(customer(jo), number, "answer-01", "Still nothing"));
    shop.execute(
        "UPDATE conversation SET status = 'CLOSED', status_by = 'staff:1', closed_at = now()");
    assertEquals(TicketState.DONE, summary(jo, number).state());
    assertEquals(4, answer(customer(jo), number, "answer-02", "Not done"));
    assertEquals(TicketState.WAITING, summary(jo, number).state());
    assertEquals(
        "1 2 3reopened 4",
        shop.text(
                "SELECT string_agg(number || CASE kind WHEN 'EVENT' THEN body ELSE '' END, ' ' ORDER BY number)"
                    + " FROM conversation_message")
            .orElse(""));
    assertEquals(
        "TICKET 4 customer:" + jo,
        shop.text("SELECT status || ' ' || last_number || ' ' || status_by FROM conversation")
            .orElse(""));
  }

  @Test
  void anOldChatIsNotOpenedBesideOneThatGoesOn() {
    long jo = people.register(JO);
    long number = chat(jo, "TICKET");
    shop.execute(
        "UPDATE conversation SET status = 'CLOSED', status_by = 'staff:1', closed_at = now()");
    chat(jo, "ASSISTED");
    assertFault(TicketFault.CHATTING, () -> answer(customer(jo), number, "answer-01", "Again"));
    assertEquals(List.of(number), numbers(customer(jo)), "what is live is in the chat");
  }

  @Test
  void notesAreForColleagues() {
    long jo = people.register(JO);
    long agent = people.register("rosa@example.com");
    long number = support.ask(jo, form(JO, "form-0001", "Does it fit?"), home()).conversation();
    say(number, 2, agent, "NOTE", "He is difficult");
    assertEquals(TicketState.WAITING, summary(jo, number).state());
    say(number, 3, agent, "TEXT", "It does");
    Ticket ticket = support.find(customer(jo), number).orElseThrow();
    assertEquals(TicketState.ANSWERED, ticket.summary().state());
    assertEquals("It does", ticket.summary().text());
    assertEquals(List.of("", "Jo"), ticket.lines().stream().map(TicketLine::agent).toList());
    assertFalse(privacy.export(jo).toString().contains("difficult"));
    support.see(customer(jo), number);
    assertEquals(3, shop.number("SELECT shopper_read FROM conversation"));
  }

  @Test
  void anAnswerGoesOutWithALinkBack() throws Exception {
    long jo = people.register(JO);
    long ofJo = support.ask(jo, form(JO, "form-0001", "Hello"), home()).conversation();
    Secret key = Secret.random();
    long ofAda = support.askAsGuest(key, form(ADA, "form-0002", "Hello"), home()).conversation();
    transaction.begin();
    answered.fire(new TicketAnswered(ofJo, "Yes", "Rosa"));
    transaction.rollback();
    assertEquals(0, people.mails(JO, "ticket-answered"));
    transaction.begin();
    answered.fire(new TicketAnswered(ofJo, "Yes.\n<b>Really</b>", "Rosa"));
    answered.fire(new TicketAnswered(ofAda, "No", "Rosa"));
    transaction.commit();
    assertEquals(1, people.mails(JO, "ticket-answered"));
    assertTrue(link(JO).endsWith("/en/login?next=%2Fsupport%2F" + ofJo), link(JO));
    assertTrue(opens(mailedKey(ADA, "ticket-answered"), ofAda));
  }

  @Test
  void whoWantsToBeCalledNeedsNoAddress() {
    Secret key = Secret.random();
    CallBackForm form =
        CallBackForm.typed("Ada", "+49 30 123456", "", "tomorrow", "About size", "de", "call-0001");
    long number = support.callBackAsGuest(key, form, home()).conversation();
    assertEquals(
        "CALLBACK +49 30 123456 tomorrow",
        shop.text("SELECT channel || ' ' || phone || ' ' || subject FROM conversation").orElse(""));
    assertEquals(0, shop.number("SELECT count(*) FROM seen_mail"));
    assertFalse(support.callBackAsGuest(key, form, home()).isNew());
    assertTrue(support.find(owner(key), number).isPresent());
    assertThrows(
        ConstraintViolationException.class,
        () ->
            support.callBackAsGuest(
                key, CallBackForm.typed("Ada", "12", "", "now", "", "en", "call-0002"), home()));
  }

  @Test
  void whoSendsAgainAndAgainHasToWait() {
    assertThrows(
        TooManyAttemptsException.class,
        () -> {
          for (int i = 0; i < 20; i++) {
            support.askAsGuest(Secret.random(), form(ADA, "form-10" + i, "Text " + i), home());
          }
        });
    assertTrue(people.mails(ADA, RECEIVED) < 10);
  }

  @Test
  void wrongFieldsAreRefused() {
    for (ContactForm wrong :
        List.of(
            form("nobody", "form-0001", "Text"),
            form(ADA, "short", "Text"),
            form(ADA, "form-0001", " \n "),
            form(ADA, "form-0001", "x".repeat(2_001)),
            ContactForm.typed("", ADA, "Size", "", "Text", "en", "form-0001"),
            ContactForm.typed("Ada", ADA, "a\nb", "", "Text", "en", "form-0001"),
            ContactForm.typed("Ada", ADA, "Size", "none", "Text", "en", "form-0001"),
            ContactForm.typed("Ada", ADA, "Size", "", "Text", "fr", "form-0001"))) {
      assertThrows(
          ConstraintViolationException.class,
          () -> support.askAsGuest(Secret.random(), wrong, home()),
          wrong::toString);
    }
    assertThrows(
        ConstraintViolationException.class, () -> support.list(customer(1), 0, 10), "page 0");
    assertEquals(0, shop.number("SELECT count(*) FROM conversation"));
  }

  @Test
  void conversationsAreToldAndForgottenWithTheirCustomer() {
    long jo = people.register(JO);
    long agent = people.register("rosa@example.com");
    long number = support.ask(jo, form(JO, "form-0001", "My secret"), home()).conversation();
    shop.execute(
        "INSERT INTO chat_file (id, conversation_id, is_of_agent, name, type, content) VALUES"
            + " ('0a5a2f6e-54c1-4e0f-9d5b-0f6c1a9f2b11', %d, false, 'secret.pdf', 'application/pdf', '\\x25')"
                .formatted(number));
    shop.execute(
        "INSERT INTO conversation_message (conversation_id, number, client_id, sender, kind, body, file_id)"
            + " SELECT conversation_id, 2, 'file-0001', 'SHOPPER', 'FILE', '', id FROM chat_file");
    say(number, 3, agent, "NOTE", "My secret note");
    JsonObject told = privacy.export(jo).getJsonArray("conversations").getJsonObject(0);
    assertEquals(2, told.getJsonArray("messages").size());
    assertTrue(told.toString().contains("My secret") && told.toString().contains("secret.pdf"));
    privacy.erase(jo);
    assertEquals(
        "CLOSED -   ",
        shop.text(
                "SELECT status || ' ' || coalesce(customer_id::text, '-') || ' ' || name || ' ' || email || ' ' || subject"
                    + " FROM conversation")
            .orElse(""));
    assertEquals(
        0, shop.number("SELECT count(*) FROM conversation_message WHERE body LIKE '%secret%'"));
    assertEquals(0, shop.number("SELECT count(*) FROM chat_file"));
    assertEquals(0, shop.number("SELECT count(*) FROM chat_key"));
  }

  private long chat(long customer, String status) {
    return shop.number(
        "INSERT INTO conversation (channel, status, status_by, customer_id, language) VALUES ('CHAT', '%s', 'shop', %d, 'en') RETURNING id"
            .formatted(status, customer));
  }

  private void say(long conversation, int number, long agent, String kind, String text) {
    shop.execute(
        "INSERT INTO conversation_message (conversation_id, number, client_id, sender, agent_id, kind, body)"
            + " VALUES (%d, %d, 'agent-000%d', 'AGENT', %d, '%s', '%s')"
                .formatted(conversation, number, number, agent, kind, text));
    shop.execute("UPDATE conversation SET last_number = " + number + " WHERE id = " + conversation);
  }

  private int answer(ChatOwner owner, long number, String id, String text) {
    return support.answer(owner, number, id, TicketAnswer.typed(text));
  }

  private List<Long> numbers(ChatOwner owner) {
    return support.list(owner, 1, 10).items().stream().map(TicketSummary::number).toList();
  }

  private TicketSummary summary(long customer, long number) {
    return support.find(customer(customer), number).orElseThrow().summary();
  }

  private String link(String to) {
    return shop.text(
            "SELECT link FROM seen_mail WHERE to_address = '" + to + "' ORDER BY id DESC LIMIT 1")
        .orElse("");
  }

  private Secret mailedKey(String to, String template) {
    String link =
        shop.text(
                "SELECT link FROM seen_mail WHERE to_address = '%s' AND template = '%s' ORDER BY id DESC LIMIT 1"
                    .formatted(to, template))
            .orElse("");
    return Secret.parse(link.replaceAll("^.*/support/open[?]key=([^&]+)$", "$1"))
        .orElseThrow(() -> new AssertionError(link));
  }

  private boolean opens(Secret link, long number) {
    return tickets
        .owner(List.of(link), number)
        .flatMap(guest -> support.find(guest, number))
        .isPresent();
  }

  private UUID file(long conversation) {
    UUID id = UUID.randomUUID();
    shop.execute(
        "INSERT INTO chat_file (id, conversation_id, is_of_agent, name, type, content) VALUES"
            + " ('%s', %d, true, 'label.pdf', 'application/pdf', '\\x25')"
                .formatted(id, conversation));
    return id;
  }

  private ChatOwner owner(Secret key) {
    return new ChatOwner(Optional.empty(), keys.visitorOf(key));
  }

  private static ChatOwner customer(long id) {
    return new ChatOwner(Optional.of(id), Optional.empty());
  }

  private static Caller home() {
    return People.HOME;
  }

  private static ContactForm form(String email, String id, String text) {
    return ContactForm.typed("Ada", email, "Size", "em 100001", text, "en", id);
  }

  private static void assertFault(TicketFault fault, Runnable call) {
    assertEquals(fault, assertThrows(TicketException.class, call::run).getFault());
  }
}
