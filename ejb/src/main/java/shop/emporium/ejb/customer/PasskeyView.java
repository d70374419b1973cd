package shop.emporium.ejb.customer;

import java.time.Instant;
import java.util.Optional;
import shop.emporium.domain.customer.Passkey;

/**
 * A passkey as its owner sees it.
 *
 * @param lastUsedAt when it signed in last; empty when it never did
 */
public record PasskeyView(long id, String name, Instant createdAt, Optional<Instant> lastUsedAt) {

  static PasskeyView of(Passkey passkey) {
    return new PasskeyView(
        passkey.getId(), passkey.getName(), passkey.getCreatedAt(), passkey.getLastUsedAt());
  }
}
