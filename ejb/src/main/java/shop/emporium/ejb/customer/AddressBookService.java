package shop.emporium.ejb.customer;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import shop.emporium.domain.customer.Address;
import shop.emporium.domain.customer.Customer;

/**
 * A customer's addresses, of which one is the default as long as there is any. Changes to one book
 * come one after another, whatever nodes they reach.
 */
@Stateless
public class AddressBookService {

  @Inject private CustomerRepository customers;
  @Inject private AddressRepository addresses;

  /** All addresses, the default first. */
  public List<AddressView> list(long customer) {
    return addresses.list(customer).stream().map(AddressView::of).toList();
  }

  /**
   * Adds an address; the first is the default.
   *
   * @throws AddressBookFullException when there are {@link Address#MAX_IN_BOOK}
   * @throws UnknownEntryException when the account has been erased meanwhile
   */
  public AddressView add(long customer, @NotNull @Valid AddressFields typed) {
    Customer owner = lock(customer);
    List<Address> book = addresses.list(customer);
    if (book.size() >= Address.MAX_IN_BOOK) {
      throw new AddressBookFullException();
    }
    Address address = new Address(owner, typed.toPostal(), Instant.now());
    if (typed.isPreferred() || book.isEmpty()) {
      addresses.prefer(address, book);
    }
    addresses.add(address);
    return AddressView.of(address);
  }

  /**
   * Changes an address. The default stays it until another one becomes it.
   *
   * @throws UnknownEntryException when the customer has no such address
   */
  public AddressView change(long customer, long id, @NotNull @Valid AddressFields typed) {
    lock(customer);
    Address address = addresses.find(customer, id).orElseThrow(UnknownEntryException::new);
    address.change(typed.toPostal());
    if (typed.isPreferred() && !address.isPreferred()) {
      addresses.prefer(address, addresses.list(customer));
    }
    return AddressView.of(address);
  }

  /**
   * Makes an address the default.
   *
   * @throws UnknownEntryException when the customer has no such address
   */
  public void prefer(long customer, long id) {
    lock(customer);
    Address address = addresses.find(customer, id).orElseThrow(UnknownEntryException::new);
    if (!address.isPreferred()) {
      addresses.prefer(address, addresses.list(customer));
    }
  }

  /**
   * Takes an address out of the book. When it was the default, the oldest of the others becomes it.
   *
   * @throws UnknownEntryException when the customer has no such address
   */
  public void remove(long customer, long id) {
    lock(customer);
    Address address = addresses.find(customer, id).orElseThrow(UnknownEntryException::new);
    addresses.remove(address);
    if (address.isPreferred()) {
      addresses.list(customer).stream().findFirst().ifPresent(heir -> heir.prefer(true));
    }
  }

  private Customer lock(long customer) {
    return customers.lock(customer).orElseThrow(UnknownEntryException::new);
  }
}
