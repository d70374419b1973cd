package shop.emporium.ejb.chat;

import shop.emporium.domain.chat.MessageKind;
import shop.emporium.domain.chat.Sender;

/**
 * What was said last in a conversation.
 *
 * @param number of the last message, notes included
 * @param text of the last that shopper or agent said to the other
 * @param isNote whether there are asides only: notes, or what the assistant says
 * @param hasAnswer whether an agent has said something to the shopper
 */
record LastSaid(
    long conversation, int number, String text, Sender sender, boolean isNote, boolean hasAnswer) {

  static LastSaid of(Said said) {
    Saying saying = said.saying();
    boolean isNote =
        saying.kind() == MessageKind.NOTE || saying.speaker().sender() == Sender.ASSISTANT;
    return new LastSaid(
        saying.conversation(),
        said.number(),
        saying.text(),
        saying.speaker().sender(),
        isNote,
        !isNote && saying.speaker().sender() == Sender.AGENT);
  }

  LastSaid followedBy(LastSaid next) {
    LastSaid told = next.isNote() ? this : next;
    return new LastSaid(
        conversation,
        next.number(),
        told.text(),
        told.sender(),
        isNote && next.isNote(),
        hasAnswer || next.hasAnswer());
  }
}
