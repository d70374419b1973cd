package shop.emporium.ejb.chat;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import shop.emporium.domain.chat.Channel;
import shop.emporium.domain.chat.ConversationEvent;
import shop.emporium.domain.chat.ConversationStatus;
import shop.emporium.domain.shared.Actor;
import shop.emporium.domain.shared.OneLine;
import shop.emporium.ejb.customer.MailAddress;

/** What shoppers do with their chat beside saying something. What is not theirs is not there. */
@Stateless
public class TalkService {

  private static final int LONGEST_COMMENT = 500;

  @Inject private TalkRepository talks;
  @Inject private TalkMover mover;
  @Inject private TalkReader reader;
  @Inject private AgentBoard agents;
  @Inject private Event<ConversationChanged> changes;
  @Inject private Event<ChatBegun> begun;

  /** Begins a chat, unless one goes on: that one then. Returns its number. */
  public long begin(
      @NotNull ChatOwner owner, @NotNull @Pattern(regexp = "[a-z]{2}") String language) {
    Optional<Long> fresh = talks.begin(owner, language);
    fresh.ifPresent(id -> begun.fire(new ChatBegun(id, owner)));
    return fresh
        .or(() -> reader.current(owner).map(TalkHead::id))
        .orElseThrow(() -> new ChatException(Refusal.UNAVAILABLE));
  }

  /**
   * A person is wanted: into the queue; where nobody is there and an address is known, the answer
   * comes by mail.
   */
  public void askForPerson(@NotNull ChatOwner owner, long conversation) {
    TalkRow talk = own(owner, conversation);
    ConversationStatus status = talk.status();
    if (status == ConversationStatus.WAITING || status == ConversationStatus.OPEN) {
      return;
    }
    if (status == ConversationStatus.CLOSED) {
      throw new ChatException(Refusal.NOT_ALLOWED);
    }
    boolean isByMail = agents.presence() == Presence.OFFLINE && isContactable(talk);
    if (isByMail && status == ConversationStatus.TICKET) {
      return;
    }
    Actor who = actor(owner);
    if (isByMail) {
      mover.move(talk, ConversationStatus.TICKET, talk.agent(), who, "nobody is there");
      talks.tell(talk.id(), ConversationEvent.TICKET, "");
    } else {
      mover.move(talk, ConversationStatus.WAITING, 0, who, "wants a person");
      talks.tell(talk.id(), ConversationEvent.ASKED, "");
    }
  }

  private boolean isContactable(TalkRow talk) {
    return Optional.ofNullable(reader.heads(List.of(talk.id())).get(talk.id()))
        .filter(head -> !head.email().isEmpty())
        .isPresent();
  }

  /**
   * Leaves a name and an address; where nobody is there the chat becomes a ticket.
   *
   * @param name in one line of at most 60 characters; may be empty
   */
  public void leaveAddress(
      @NotNull ChatOwner owner,
      long conversation,
      @NotNull @Size(max = 60) @Pattern(regexp = OneLine.FORM) String name,
      @NotBlank @MailAddress String email) {
    TalkRow talk = own(owner, conversation);
    if (talk.status() == ConversationStatus.CLOSED) {
      throw new ChatException(Refusal.NOT_ALLOWED);
    }
    talks.contact(talk.id(), name.strip(), email.strip());
    boolean isUnanswered =
        talk.status() == ConversationStatus.ASSISTED || talk.status() == ConversationStatus.WAITING;
    if (isUnanswered && agents.presence() != Presence.ONLINE) {
      mover.move(talk, ConversationStatus.TICKET, 0, actor(owner), "nobody is there");
      talks.tell(talk.id(), ConversationEvent.TICKET, "");
    } else {
      changes.fire(new ConversationChanged(talk.id()));
    }
  }

  /** Says how it was, once it is closed; said again, the later counts. */
  public void rate(
      @NotNull ChatOwner owner,
      long conversation,
      @Min(1) @Max(5) int stars,
      @NotNull @Size(max = LONGEST_COMMENT) String comment) {
    TalkRow talk = own(owner, conversation);
    if (talk.status() != ConversationStatus.CLOSED) {
      throw new ChatException(Refusal.NOT_ALLOWED);
    }
    talks.rate(talk.id(), stars, comment);
    changes.fire(new ConversationChanged(talk.id()));
  }

  /** Closes the chat. */
  public void end(@NotNull ChatOwner owner, long conversation) {
    TalkRow talk = own(owner, conversation);
    if (talk.status() != ConversationStatus.CLOSED) {
      mover.move(
          talk, ConversationStatus.CLOSED, talk.agent(), actor(owner), "ended by the shopper");
      talks.tell(talk.id(), ConversationEvent.CLOSED, "");
    }
  }

  /**
   * Wakes a ticket in whose chat the shopper has written again, when somebody is there to answer:
   * the agent who had it, or the queue.
   */
  public void wake(long conversation) {
    TalkRow talk = mover.lock(conversation);
    boolean isTicket = talk.status() == ConversationStatus.TICKET && talk.channel() == Channel.CHAT;
    if (!isTicket || agents.presence() != Presence.ONLINE) {
      return;
    }
    if (agents.presenceOf(talk.agent()) == Presence.ONLINE) {
      mover.move(talk, ConversationStatus.OPEN, talk.agent(), Actor.SHOP, "the shopper is back");
    } else {
      mover.move(talk, ConversationStatus.WAITING, 0, Actor.SHOP, "the shopper is back");
    }
  }

  /** What a guest said is the customer's from the sign-in on. */
  public void claim(long visitor, long customer) {
    talks
        .claim(visitor, customer)
        .forEach(id -> changes.fire(new ConversationChanged(id.longValue())));
  }

  private TalkRow own(ChatOwner owner, long conversation) {
    return talks
        .lock(conversation)
        .filter(talk -> talk.isOf(owner))
        .orElseThrow(() -> new ChatException(Refusal.UNKNOWN_CONVERSATION));
  }

  private static Actor actor(ChatOwner owner) {
    return owner.customer().map(Actor::customer).orElse(Actor.GUEST);
  }
}
