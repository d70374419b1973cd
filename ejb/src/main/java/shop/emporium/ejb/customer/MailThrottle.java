package shop.emporium.ejb.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Counts mails that somebody has sent to an address: nobody's mailbox is flooded through the shop.
 */
@ApplicationScoped
public class MailThrottle {

  @Inject private Throttle throttle;

  /**
   * Counts a mail for the network that asks for it and for the address that gets it.
   *
   * @param address key of the address, see {@code EmailAddress}
   * @throws TooManyAttemptsException when there were too many of late
   */
  public void enter(String address, Caller caller) {
    throttle.enter(ThrottleKind.MAIL_NETWORK, NetworkAddress.networkOf(caller.address()));
    throttle.enter(ThrottleKind.MAIL_ADDRESS, address);
  }
}
