package shop.emporium.ejb.chat;

import shop.emporium.domain.chat.Channel;
import shop.emporium.domain.chat.ConversationStatus;
import shop.emporium.domain.chat.MessageKind;

/**
 * A conversation whose row is locked, as far as it decides who may say something in it.
 *
 * @param customer whose it is; 0 for a guest's
 * @param visitor the guest; 0 for a customer who never was one
 * @param agent who answers; 0 for nobody
 * @param last the number of the last message
 */
record TalkRow(
    long id,
    ConversationStatus status,
    Channel channel,
    long customer,
    long visitor,
    long agent,
    int last) {

  /** Whether a conversation belongs to somebody. A customer's is not the guest's any more. */
  boolean isOf(ChatOwner owner) {
    return customer == 0
        ? visitor != 0 && visitor == owner.visitorOrZero()
        : customer == owner.customerOrZero();
  }

  boolean may(Saying saying) {
    Speaker speaker = saying.speaker();
    return switch (speaker.sender()) {
      case SHOPPER -> status != ConversationStatus.CLOSED;
      case AGENT ->
          saying.kind() == MessageKind.NOTE || speaker.agent().filter(this::isAgent).isPresent();
      case ASSISTANT -> status == ConversationStatus.ASSISTED;
      case SHOP -> true;
    };
  }

  private boolean isAgent(long id) {
    return id == agent && status != ConversationStatus.CLOSED;
  }

  TalkRow with(int number) {
    return new TalkRow(id, status, channel, customer, visitor, agent, number);
  }
}
