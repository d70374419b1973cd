package shop.emporium.ejb.chat;

import jakarta.ejb.ApplicationException;

/** What was wanted in a chat is not done; the reason says why, and nothing has changed. */
@ApplicationException(rollback = true)
public class ChatException extends RuntimeException {

  private final Refusal reason;

  public ChatException(Refusal reason) {
    super(reason.code());
    this.reason = reason;
  }

  public Refusal reason() {
    return reason;
  }
}
