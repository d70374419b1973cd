package shop.emporium.ejb.chat;

import jakarta.ejb.ApplicationException;

/** An answer cannot be kept so. */
@ApplicationException(rollback = true)
public class CannedReplyException extends RuntimeException {

  private final Fault fault;

  /** Why not. */
  public enum Fault {
    /** There is no such answer. */
    UNKNOWN,
    /** Another one of this language has the shortcut. */
    TAKEN,
    /** There are so many that nobody finds one. */
    TOO_MANY
  }

  CannedReplyException(Fault fault) {
    super("The answer is not kept: " + fault);
    this.fault = fault;
  }

  public Fault getFault() {
    return fault;
  }
}
