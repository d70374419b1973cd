package shop.emporium.ejb.customer;

import shop.emporium.domain.customer.Address;

/** An address book has as many entries as it may have. */
public class AddressBookFullException extends AccountException {

  AddressBookFullException() {
    super("An address book holds at most " + Address.MAX_IN_BOOK + " addresses");
  }
}
