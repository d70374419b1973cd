package shop.emporium.ejb.chat;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;
import shop.emporium.domain.chat.Channel;
import shop.emporium.domain.chat.ConversationEvent;
import shop.emporium.domain.chat.ConversationStatus;
import shop.emporium.domain.chat.MessageText;
import shop.emporium.domain.shared.Actor;
import shop.emporium.domain.shared.Secret;
import shop.emporium.ejb.chat.FormRepository.Standing;

/**
 * Keeps what comes by a form, and lets shoppers read and answer their tickets: conversations in
 * which answers go out by mail, or did once.
 *
 * <p>Each call is one transaction. Who may see a ticket is asked in the statement that reads it.
 */
@Stateless
public class FormDesk {

  /** The most of a ticket that is shown, the last. */
  public static final int MOST_LINES = 200;

  /** The most tickets of a page. */
  public static final int MOST_TICKETS = 100;

  private static final int MOST_PAGES = 10_000;
  private static final int HEAD = 120;

  @Inject private FormRepository forms;
  @Inject private TicketQueries tickets;
  @Inject private ChatKeyRepository keys;
  @Inject private Event<ConversationChanged> changed;
  @Inject private Event<TicketOpened> opened;

  /** Keeps a customer's form; it is answered to the address of the account. */
  public Filed file(long customer, @NotNull NewForm form) {
    forms.reserve(form.id());
    return forms
        .same(customer, form)
        .map(number -> new Filed(number, false))
        .orElseGet(() -> begin(customer, 0, form, Actor.customer(customer)));
  }

  /**
   * Keeps a guest's form.
   *
   * @param key what the browser has, or is given after this: it opens the ticket from now on
   */
  public Filed fileAsGuest(@NotNull Secret key, @NotNull NewForm form) {
    forms.reserve(form.id());
    return forms
        .same(0, form)
        .map(number -> new Filed(number, false))
        .orElseGet(() -> begin(0, visitor(key), form, Actor.GUEST));
  }

  private long visitor(Secret key) {
    Optional<Long> known = keys.visitorOf(key.hash());
    if (known.isPresent()) {
      return known.get();
    }
    long visitor = keys.addVisitor();
    keys.replace(key.hash(), visitor, ChatKeys.LIFETIME);
    return visitor;
  }

  private Filed begin(long customer, long visitor, NewForm form, Actor who) {
    long number = forms.add(customer, visitor, form, who, MessageText.head(form.text(), HEAD));
    forms.say(number, 1, form.id(), form.text());
    opened.fire(new TicketOpened(number, form.channel()));
    changed.fire(new ConversationChanged(number));
    return new Filed(number, true);
  }

  /**
   * A page of somebody's tickets.
   *
   * @param page from 1
   */
  public TicketPage list(
      @NotNull ChatOwner owner,
      @Min(1) @Max(MOST_PAGES) int page,
      @Min(1) @Max(MOST_TICKETS) int size) {
    return tickets.list(owner, page, size);
  }

  /** One of somebody's tickets with what was said in it; empty when it is not theirs. */
  public Optional<Ticket> find(@NotNull ChatOwner owner, long conversation) {
    return tickets
        .summary(owner, conversation)
        .map(summary -> new Ticket(summary, tickets.lines(conversation, MOST_LINES)));
  }

  /** Notes that its shopper has seen all that was said in a ticket. */
  public void see(@NotNull ChatOwner owner, long conversation) {
    if (forms.see(owner, conversation)) {
      changed.fire(new ConversationChanged(conversation));
    }
  }

  /**
   * A shopper answers in a ticket; one that is closed is open again. Said again with the same id it
   * is the same message.
   *
   * @param id made by who says it
   * @param text as {@link MessageText#clean} leaves it
   * @return the number of the message
   * @throws TicketException when it is not theirs, or is a chat beside which another one goes on
   */
  public int answer(
      @NotNull ChatOwner owner,
      long conversation,
      @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{8,36}") String id,
      @NotNull @Size(min = 1, max = MessageText.MAX) String text) {
    Standing standing =
        forms.lock(owner, conversation).orElseThrow(() -> new TicketException(TicketFault.UNKNOWN));
    return forms
        .said(conversation, id)
        .orElseGet(() -> answer(owner, conversation, standing, id, text));
  }

  private int answer(
      ChatOwner owner, long conversation, Standing standing, String id, String text) {
    int number = standing.last() + 1;
    if (standing.status() == ConversationStatus.CLOSED) {
      reopen(owner, conversation, standing, number);
      number++;
    }
    forms.say(conversation, number, id, text);
    forms.said(conversation, number, MessageText.head(text, HEAD));
    changed.fire(new ConversationChanged(conversation));
    return number;
  }

  private void reopen(ChatOwner owner, long conversation, Standing standing, int number) {
    if (standing.channel() == Channel.CHAT && forms.isChatting(conversation)) {
      throw new TicketException(TicketFault.CHATTING);
    }
    Actor who = owner.customer().map(Actor::customer).orElse(Actor.GUEST);
    forms.move(conversation, standing.status().move(ConversationStatus.TICKET), who);
    forms.happen(
        conversation,
        number,
        "e-" + UUID.randomUUID().toString().replace("-", ""),
        ConversationEvent.REOPENED);
  }

  /** To whom the answer of a conversation goes; empty when there is no such conversation. */
  public Optional<Addressee> addressee(long conversation) {
    return tickets.addressee(conversation);
  }
}
