package shop.emporium.web.customer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import shop.emporium.ejb.customer.Profile;

/**
 * What an account says of its owner.
 *
 * @param language of mails: en or de
 * @param role shopper, agent or admin
 * @param confirmed whether a link that was sent to the address came back
 * @param createdAt ISO 8601, UTC
 */
public record ProfileJson(
    String email, String name, String language, String role, boolean confirmed, Instant createdAt) {

  static ProfileJson of(Profile profile) {
    return new ProfileJson(
        profile.email(),
        profile.name(),
        profile.language(),
        profile.role(),
        profile.isConfirmed(),
        profile.createdAt().truncatedTo(ChronoUnit.SECONDS));
  }
}
