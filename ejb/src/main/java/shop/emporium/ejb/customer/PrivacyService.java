package shop.emporium.ejb.customer;

import static shop.emporium.ejb.shared.JsonCodec.JSON;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import shop.emporium.domain.customer.Customer;
import shop.emporium.ejb.shared.JsonCodec;

/** Shows people all that the shop holds about them, and forgets it when they want. */
@Stateless
public class PrivacyService {

  @Inject private CustomerRepository customers;
  @Inject private PrivacyRepository records;
  @Inject private Event<CustomerErased> erased;
  @Inject private Event<CustomerExported> exported;

  /**
   * All that is held about a customer, with a member for each kind. Others add their part on {@link
   * CustomerExported}. Times are ISO 8601, UTC. Secrets are not held, only what proves them; that
   * is left out.
   *
   * @throws UnknownEntryException when the account has been erased meanwhile
   */
  public JsonObject export(long customer) {
    if (customers.find(customer).isEmpty()) {
      throw new UnknownEntryException();
    }
    CustomerExported others = new CustomerExported(customer);
    exported.fire(others);
    JsonObjectBuilder all = JSON.createObjectBuilder(JsonCodec.object(records.export(customer)));
    others.parts().forEach(all::add);
    return all.build();
  }

  /**
   * Erases an account: every browser is signed out, addresses, links and mails are deleted, and
   * what is left is a number to which orders may refer. Others forget their part on {@link
   * CustomerErased}. The address may be registered anew. Erasing twice is no fault.
   */
  public void erase(long customer) {
    customers.lock(customer).ifPresent(this::erase);
  }

  private void erase(Customer customer) {
    erased.fire(new CustomerErased(customer.getId()));
    records.delete(customer.getId());
    customer.erase(Instant.now());
  }
}
