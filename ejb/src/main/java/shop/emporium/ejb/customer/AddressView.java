package shop.emporium.ejb.customer;

import shop.emporium.domain.customer.Address;
import shop.emporium.domain.customer.PostalAddress;

/**
 * An entry of an address book.
 *
 * @param isPreferred whether it is the default
 */
public record AddressView(long id, PostalAddress postal, boolean isPreferred) {

  static AddressView of(Address address) {
    return new AddressView(address.getId(), address.getPostal(), address.isPreferred());
  }
}
