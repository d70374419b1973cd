package shop.emporium.ejb.chat;

import java.util.Optional;
import shop.emporium.domain.chat.Sender;

/**
 * Who says something.
 *
 * @param owner whose conversation it has to be, where a shopper speaks
 * @param agent the account of the agent, where one speaks
 */
public record Speaker(Sender sender, Optional<ChatOwner> owner, Optional<Long> agent) {

  /** The assistant. */
  public static final Speaker ASSISTANT =
      new Speaker(Sender.ASSISTANT, Optional.empty(), Optional.empty());

  /** A shopper. */
  public static Speaker shopper(ChatOwner owner) {
    return new Speaker(Sender.SHOPPER, Optional.of(owner), Optional.empty());
  }

  /** Somebody who works here, by account. */
  public static Speaker agent(long id) {
    return new Speaker(Sender.AGENT, Optional.empty(), Optional.of(id));
  }
}
