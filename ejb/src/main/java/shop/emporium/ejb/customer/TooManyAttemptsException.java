package shop.emporium.ejb.customer;

import java.time.Duration;

/** Somebody tried too often and has to wait. */
public class TooManyAttemptsException extends AccountException {

  private final Duration wait;

  TooManyAttemptsException(Duration wait) {
    super("Too many attempts; wait " + wait.toSeconds() + " s");
    this.wait = wait;
  }

  /** How long, in whole seconds, 1 or more. */
  public Duration getWait() {
    return wait;
  }
}
