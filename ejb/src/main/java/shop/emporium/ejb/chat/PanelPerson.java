package shop.emporium.ejb.chat;

import java.util.Optional;
import shop.emporium.domain.customer.EmailAddress;
import shop.emporium.ejb.order.OrderBuyer;

/**
 * Whose history is told.
 *
 * @param customer 0 for a guest
 * @param email of a guest, as far as it is one
 * @param visitor the guest, as browsers know it; 0 for a customer
 */
record PanelPerson(long customer, Optional<EmailAddress> email, long visitor) {

  static PanelPerson of(InboxRow conversation, long visitor) {
    return conversation.customer() > 0
        ? new PanelPerson(conversation.customer(), Optional.empty(), 0)
        : new PanelPerson(0, EmailAddress.parse(conversation.email()), visitor);
  }

  boolean isCustomer() {
    return customer > 0;
  }

  String emailKey() {
    return email.map(EmailAddress::key).orElse("");
  }

  /** Empty where a guest has left no address. */
  Optional<OrderBuyer> buyer() {
    return isCustomer() ? Optional.of(OrderBuyer.customer(customer)) : email.map(OrderBuyer::guest);
  }
}
