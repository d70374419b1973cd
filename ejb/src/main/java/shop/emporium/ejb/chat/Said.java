package shop.emporium.ejb.chat;

import java.util.Optional;
import shop.emporium.domain.chat.Channel;
import shop.emporium.domain.chat.ConversationStatus;

/**
 * What became of something that was said.
 *
 * @param number of the message; 0 when it was refused
 * @param isNew whether it was not kept before under the same id
 * @param status of the conversation at that moment
 * @param refusal why it is not kept
 */
public record Said(
    Saying saying,
    int number,
    boolean isNew,
    ConversationStatus status,
    Channel channel,
    Optional<Refusal> refusal) {

  static Said kept(Saying saying, int number, boolean isNew, TalkRow row) {
    return new Said(saying, number, isNew, row.status(), row.channel(), Optional.empty());
  }

  static Said refused(Saying saying, TalkRow row, Refusal why) {
    return new Said(saying, 0, false, row.status(), row.channel(), Optional.of(why));
  }

  /** Of a conversation that there is not, or of somebody else. */
  static Said unknown(Saying saying) {
    return new Said(
        saying,
        0,
        false,
        ConversationStatus.CLOSED,
        Channel.CHAT,
        Optional.of(Refusal.UNKNOWN_CONVERSATION));
  }
}
