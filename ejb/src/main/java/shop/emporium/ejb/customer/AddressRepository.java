package shop.emporium.ejb.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import shop.emporium.domain.customer.Address;

/** Finds and keeps the entries of address books. Who changes one has locked its customer. */
@ApplicationScoped
class AddressRepository {

  @PersistenceContext private EntityManager entityManager;

  /** A customer's book: the default first, then in the order in which they were made. */
  List<Address> list(long customer) {
    return entityManager
        .createQuery(
            "SELECT a FROM Address a WHERE a.customer.id = ?1"
                + " ORDER BY a.preferred DESC, a.createdAt, a.id",
            Address.class)
        .setParameter(1, customer)
        .getResultList();
  }

  Optional<Address> find(long customer, long id) {
    return entityManager
        .createQuery(
            "SELECT a FROM Address a WHERE a.id = ?1 AND a.customer.id = ?2", Address.class)
        .setParameter(1, id)
        .setParameter(2, customer)
        .getResultStream()
        .findFirst();
  }

  void add(Address address) {
    entityManager.persist(address);
  }

  void remove(Address address) {
    entityManager.remove(address);
    entityManager.flush();
  }

  /** Makes one entry the default, after the one that was ceased to be: there are never two. */
  void prefer(Address address, List<Address> book) {
    book.forEach(other -> other.prefer(false));
    entityManager.flush();
    address.prefer(true);
  }
}
