package shop.emporium.ejb.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import shop.emporium.domain.chat.ConversationStatus;
import shop.emporium.domain.shared.Actor;

/** Moves conversations, and says so: for services, within their transactions. */
@ApplicationScoped
class TalkMover {

  @Inject private TalkRepository talks;
  @Inject private Event<ConversationChanged> changes;
  @Inject private Event<TicketOpened> tickets;

  /**
   * A conversation that nobody else changes until the transaction ends.
   *
   * @throws ChatException when there is none of this number
   */
  TalkRow lock(long conversation) {
    return talks
        .lock(conversation)
        .orElseThrow(() -> new ChatException(Refusal.UNKNOWN_CONVERSATION));
  }

  /**
   * Moves a conversation to a state and an agent (0 for nobody).
   *
   * @throws ChatException when that state cannot follow upon its own
   */
  void move(TalkRow talk, ConversationStatus to, long agent, Actor who, String why) {
    if (!talk.status().canBecome(to)) {
      throw new ChatException(Refusal.NOT_ALLOWED);
    }
    talks.move(talk.id(), to, agent, who, why);
    if (to == ConversationStatus.TICKET && talk.status() != ConversationStatus.CLOSED) {
      tickets.fire(new TicketOpened(talk.id(), talk.channel()));
    }
    changes.fire(new ConversationChanged(talk.id()));
  }

  /** Gives a conversation to another agent (0 for nobody), in the state in which it is. */
  void pass(TalkRow talk, long agent, Actor who, String why) {
    talks.move(talk.id(), talk.status(), agent, who, why);
    changes.fire(new ConversationChanged(talk.id()));
  }
}
