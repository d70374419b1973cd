package shop.emporium.ejb.customer;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Says who works here. */
@Stateless
public class StaffDirectory {

  @PersistenceContext private EntityManager entityManager;

  /** Whether an account is of somebody who answers customers or runs the shop. */
  public boolean works(long customer) {
    return !entityManager
        .createNativeQuery(
            "SELECT 1 FROM customer WHERE id = :id AND role IN ('AGENT', 'ADMIN') AND erased_at IS NULL")
        .setParameter("id", customer)
        .getResultList()
        .isEmpty();
  }
}
