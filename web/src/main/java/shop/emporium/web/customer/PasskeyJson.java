package shop.emporium.web.customer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import shop.emporium.ejb.customer.PasskeyView;

/**
 * A passkey of the customer.
 *
 * @param lastUsedAt when it signed in last; missing when it never did
 */
public record PasskeyJson(long id, String name, Instant createdAt, Instant lastUsedAt) {

  static PasskeyJson of(PasskeyView passkey) {
    return new PasskeyJson(
        passkey.id(),
        passkey.name(),
        passkey.createdAt().truncatedTo(ChronoUnit.SECONDS),
        passkey.lastUsedAt().map(used -> used.truncatedTo(ChronoUnit.SECONDS)).orElse(null));
  }
}
