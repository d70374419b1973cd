package shop.emporium.ejb.customer;

import java.time.Duration;
import java.util.List;

/**
 * What a browser needs to make a passkey.
 *
 * @param challenge what the device signs, base64url
 * @param host the shop's, for which the passkey is good
 * @param userHandle as the device shall call the customer, base64url
 * @param email under which its owner recognises the account
 * @param name of the customer
 * @param known the customer's passkeys: a device that has one of them makes no other
 * @param goodFor how long the challenge is good
 */
public record PasskeyOffer(
    String challenge,
    String host,
    String userHandle,
    String email,
    String name,
    List<Known> known,
    Duration goodFor) {

  /**
   * A passkey of the customer.
   *
   * @param id as the device calls it, base64url
   * @param transports how browsers reach the device
   */
  public record Known(String id, List<String> transports) {}
}
