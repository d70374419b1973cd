package shop.emporium.ejb.customer;

import shop.emporium.domain.shared.Secret;

/** The password is right, and the account wants a second proof before anybody is let in. */
public class SecondFactorRequiredException extends AccountException {

  private final transient Secret challenge;

  public SecondFactorRequiredException(Secret challenge) {
    super("The account wants a code, too");
    this.challenge = challenge;
  }

  /** What the code is to be sent with: good for five minutes and five attempts, on any node. */
  public Secret getChallenge() {
    return challenge;
  }
}
