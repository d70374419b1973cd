package shop.emporium.ejb.chat;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import shop.emporium.domain.chat.ConversationEvent;
import shop.emporium.domain.chat.ConversationStatus;
import shop.emporium.domain.shared.Actor;
import shop.emporium.domain.shared.OneLine;
import shop.emporium.ejb.customer.StaffDirectory;

/**
 * What agents do with conversations beside saying something. Who calls has made sure that it is
 * somebody who works here.
 */
@Stateless
public class AgentService {

  @Inject private TalkRepository talks;
  @Inject private TalkMover mover;
  @Inject private AgentNames names;
  @Inject private StaffDirectory staff;
  @Inject private Event<ConversationChanged> changes;

  /**
   * Answers a conversation from now on: one of whom somebody waits at the other end is open then, a
   * ticket stays one.
   *
   * @throws ChatException when a colleague has it, or it is closed
   */
  public void take(long agent, long conversation) {
    TalkRow talk = mover.lock(conversation);
    boolean isMine = talk.agent() == agent;
    if (talk.agent() != 0 && !isMine && talk.status() == ConversationStatus.OPEN) {
      throw new ChatException(Refusal.TAKEN);
    }
    switch (talk.status()) {
      case ASSISTED, WAITING -> join(talk, ConversationStatus.OPEN, agent, Actor.staff(agent));
      case TICKET -> {
        if (!isMine) {
          mover.pass(talk, agent, Actor.staff(agent), "taken");
        }
      }
      case OPEN -> {
        // Has it already.
      }
      case CLOSED -> throw new ChatException(Refusal.NOT_ALLOWED);
    }
  }

  /**
   * Gives one that waits to an agent who is there, by the shop.
   *
   * @return whether it still waited
   */
  public boolean assign(long agent, long conversation) {
    TalkRow talk = mover.lock(conversation);
    if (talk.status() != ConversationStatus.WAITING) {
      return false;
    }
    join(talk, ConversationStatus.OPEN, agent, Actor.SHOP);
    return true;
  }

  private void join(TalkRow talk, ConversationStatus to, long agent, Actor who) {
    mover.move(talk, to, agent, who, "taken");
    talks.tell(talk.id(), ConversationEvent.JOINED, names.of(agent));
  }

  /** Puts a conversation back into the queue. */
  public void release(long agent, long conversation) {
    TalkRow talk = mine(agent, conversation);
    if (talk.status() == ConversationStatus.TICKET) {
      mover.pass(talk, 0, Actor.staff(agent), "put back");
      return;
    }
    mover.move(talk, ConversationStatus.WAITING, 0, Actor.staff(agent), "put back");
    talks.tell(talk.id(), ConversationEvent.LEFT, names.of(agent));
  }

  /** Gives a conversation of an agent who has gone back to the queue, by the shop. */
  public void abandon(long agent, long conversation) {
    TalkRow talk = mover.lock(conversation);
    if (talk.status() == ConversationStatus.OPEN && talk.agent() == agent) {
      mover.move(talk, ConversationStatus.WAITING, 0, Actor.SHOP, "the agent has gone");
      talks.tell(talk.id(), ConversationEvent.LEFT, names.of(agent));
    }
  }

  /**
   * Gives a conversation to a colleague.
   *
   * @throws ChatException when that is nobody who works here
   */
  public void hand(long agent, long conversation, long to) {
    TalkRow talk = mine(agent, conversation);
    if (to == agent || !staff.works(to)) {
      throw new ChatException(Refusal.INVALID);
    }
    mover.pass(talk, to, Actor.staff(agent), "handed over");
    talks.tell(talk.id(), ConversationEvent.HANDED, names.of(to));
  }

  /** Answers by mail from now on. */
  public void toTicket(long agent, long conversation) {
    TalkRow talk = mine(agent, conversation);
    if (talk.status() != ConversationStatus.TICKET) {
      mover.move(talk, ConversationStatus.TICKET, agent, Actor.staff(agent), "answered by mail");
      talks.tell(talk.id(), ConversationEvent.TICKET, "");
    }
  }

  /** Is done with a conversation; one that nobody has may be closed by anybody who works here. */
  public void close(long agent, long conversation) {
    TalkRow talk = mover.lock(conversation);
    if (talk.status() == ConversationStatus.CLOSED) {
      return;
    }
    if (talk.agent() != 0 && talk.agent() != agent) {
      throw new ChatException(Refusal.TAKEN);
    }
    mover.move(talk, ConversationStatus.CLOSED, agent, Actor.staff(agent), "done");
    talks.tell(talk.id(), ConversationEvent.CLOSED, "");
  }

  /** Is not done after all: goes on by mail, for nobody may wait at the other end any more. */
  public void reopen(long agent, long conversation) {
    TalkRow talk = mover.lock(conversation);
    if (talk.status() != ConversationStatus.CLOSED) {
      throw new ChatException(Refusal.NOT_ALLOWED);
    }
    if (talks.hasAnotherChat(talk.id())) {
      throw new ChatException(Refusal.NOT_ALLOWED);
    }
    mover.move(talk, ConversationStatus.TICKET, agent, Actor.staff(agent), "not done");
    talks.tell(talk.id(), ConversationEvent.REOPENED, "");
  }

  /** Closes one in which nothing is said any more, by the shop. */
  public void expire(long conversation) {
    TalkRow talk = mover.lock(conversation);
    if (talk.status() == ConversationStatus.ASSISTED || talk.status() == ConversationStatus.OPEN) {
      mover.move(
          talk, ConversationStatus.CLOSED, talk.agent(), Actor.SHOP, "nothing was said any more");
      talks.tell(talk.id(), ConversationEvent.CLOSED, "");
    }
  }

  /** One that waits while nobody is there is answered by mail, by the shop. */
  public void postpone(long conversation) {
    TalkRow talk = mover.lock(conversation);
    if (talk.status() == ConversationStatus.WAITING) {
      mover.move(talk, ConversationStatus.TICKET, 0, Actor.SHOP, "nobody is there");
      talks.tell(talk.id(), ConversationEvent.TICKET, "");
    }
  }

  /** Gives a conversation its tags. */
  public void tag(
      long conversation,
      @NotNull @Size(max = 10)
          List<@NotNull @Size(min = 1, max = 30) @Pattern(regexp = OneLine.FORM) String> tags) {
    mover.lock(conversation);
    talks.tag(conversation, tags.stream().map(String::strip).distinct().toList());
    changes.fire(new ConversationChanged(conversation));
  }

  private TalkRow mine(long agent, long conversation) {
    TalkRow talk = mover.lock(conversation);
    if (talk.agent() != agent || talk.status() == ConversationStatus.CLOSED) {
      throw new ChatException(Refusal.NOT_ALLOWED);
    }
    return talk;
  }
}
