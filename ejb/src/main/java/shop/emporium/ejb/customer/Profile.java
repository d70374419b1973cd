package shop.emporium.ejb.customer;

import java.time.Instant;
import shop.emporium.domain.customer.Customer;

/**
 * What an account says of its owner.
 *
 * @param language of mails: en or de
 * @param role shopper, agent or admin
 * @param isConfirmed whether a link that was sent to the address came back
 */
public record Profile(
    String email,
    String name,
    String language,
    String role,
    boolean isConfirmed,
    Instant createdAt) {

  static Profile of(Customer customer) {
    return new Profile(
        customer.getEmail().text(),
        customer.getName(),
        customer.getLocale().getLanguage(),
        customer.getRole().group(),
        customer.isConfirmed(),
        customer.getCreatedAt());
  }
}
