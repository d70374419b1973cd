package shop.emporium.ejb.order;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import shop.emporium.domain.customer.EmailAddress;

/**
 * Whose orders are meant: a customer's, or those of an address of which nobody knows whether it is
 * the one of who names it.
 *
 * @param customer 0 for a guest
 * @param emailKey as {@link EmailAddress#key()} writes it; empty for a customer
 */
public record OrderBuyer(@PositiveOrZero long customer, @NotNull @Size(max = 254) String emailKey) {

  /** A customer. */
  public static OrderBuyer customer(long id) {
    return new OrderBuyer(id, "");
  }

  /** Who has given this address. */
  public static OrderBuyer guest(EmailAddress email) {
    return new OrderBuyer(0, email.key());
  }
}
