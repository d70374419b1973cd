package shop.emporium.ejb.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.ejb.shared.SqlMoment;

/** Numbers invoices; the database counts. */
@ApplicationScoped
class InvoiceRepository {

  @PersistenceContext private EntityManager entityManager;

  Optional<Invoice> find(OrderNumber number) {
    return rows(
            entityManager
                .createNativeQuery(
                    "SELECT number, issued_at FROM invoice WHERE order_number = ?1", Tuple.class)
                .setParameter(1, number.value()))
        .stream()
        .findFirst()
        .map(InvoiceRepository::invoice);
  }

  /** Writes the invoice of an order that is locked and has none. */
  Invoice insert(OrderNumber number) {
    return invoice(
        rows(entityManager
                .createNativeQuery(
                    "INSERT INTO invoice (order_number) VALUES (?1) RETURNING number, issued_at",
                    Tuple.class)
                .setParameter(1, number.value()))
            .get(0));
  }

  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  private static List<Tuple> rows(Query query) {
    return query.getResultList();
  }

  private static Invoice invoice(Tuple row) {
    return new Invoice(
        ((Number) row.get("number")).longValue(), SqlMoment.of(row.get("issued_at")));
  }
}
