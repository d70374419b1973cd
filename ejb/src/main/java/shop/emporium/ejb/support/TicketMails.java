package shop.emporium.ejb.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import shop.emporium.domain.chat.Channel;
import shop.emporium.ejb.chat.Addressee;
import shop.emporium.ejb.chat.FormDesk;
import shop.emporium.ejb.chat.TicketAnswered;
import shop.emporium.ejb.chat.TicketKeys;
import shop.emporium.ejb.chat.TicketOpened;
import shop.emporium.ejb.shared.StoreSettings;
import shop.emporium.ejb.shared.mail.MailDraft;
import shop.emporium.ejb.shared.mail.MailOutbox;

/**
 * The mails about tickets, put into the transaction of what they tell of.
 *
 * <p>A confirmation does not repeat what was typed: anybody may type somebody else's address, and
 * nobody shall have the shop send his words. Each mail leads back to the ticket: by signing in, or
 * for a guest by a key to this ticket alone.
 */
@ApplicationScoped
class TicketMails {

  private static final String SHOP = "Emporium";

  @Inject private FormDesk desk;
  @Inject private TicketKeys keys;
  @Inject private MailOutbox outbox;
  @Inject private StoreSettings settings;

  /** Tells that something is asked and kept; nothing where no address is known. */
  void received(@Observes TicketOpened ticket) {
    String template =
        ticket.channel() == Channel.CALLBACK ? "call-back-received" : "ticket-received";
    addressee(ticket.conversation())
        .ifPresent(who -> send(who, template, ticket.conversation(), Map.of()));
  }

  /** Brings an answer to who does not wait at the other end. */
  void answered(@Observes TicketAnswered answer) {
    String agent = answer.agent().isBlank() ? SHOP : answer.agent();
    addressee(answer.conversation())
        .ifPresent(
            who ->
                send(
                    who,
                    "ticket-answered",
                    answer.conversation(),
                    Map.of("article", agent, "answer", answer.text())));
  }

  private Optional<Addressee> addressee(long ticket) {
    return desk.addressee(ticket).filter(who -> MailDraft.isAddress(who.email()));
  }

  private void send(Addressee who, String template, long ticket, Map<String, String> more) {
    Map<String, String> values = new HashMap<>(more);
    values.put("name", who.name());
    values.put("shop", SHOP);
    values.put("order", Long.toString(ticket));
    values.put("link", settings.home() + "/" + who.locale().getLanguage() + page(who, ticket));
    outbox.put(who.customer(), new MailDraft(who.email(), template, who.locale(), values));
  }

  private String page(Addressee who, long ticket) {
    return who.customer() == 0
        ? "/support/open?key=" + keys.issue(ticket).value()
        : "/login?next=" + URLEncoder.encode("/support/" + ticket, StandardCharsets.UTF_8);
  }
}
