package shop.emporium.ejb.chat;

import shop.emporium.domain.chat.Sender;

/** What makes a message the same one, however often it is said. */
record MessageKey(long conversation, Sender sender, String id) {

  static MessageKey of(Saying saying) {
    return new MessageKey(saying.conversation(), saying.speaker().sender(), saying.id());
  }
}
