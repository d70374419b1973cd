package shop.emporium.ejb.chat;

import jakarta.ejb.ApplicationException;

/** A file is not taken; nothing was kept of it. */
@ApplicationException(rollback = true)
public class ChatFileException extends RuntimeException {

  private final ChatFileFault fault;

  ChatFileException(ChatFileFault fault) {
    super("A file of a conversation is not taken: " + fault);
    this.fault = fault;
  }

  /** Why. */
  public ChatFileFault getFault() {
    return fault;
  }
}
