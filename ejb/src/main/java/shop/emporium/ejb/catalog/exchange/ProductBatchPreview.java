package shop.emporium.ejb.catalog.exchange;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import shop.emporium.domain.shared.Slug;
import shop.emporium.ejb.catalog.exchange.BatchResult.Kind;
import shop.emporium.ejb.catalog.exchange.BatchResult.Outcome;

/** Tells what {@link ProductBatchWriter} would do with a batch, and writes nothing. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ProductBatchPreview {

  @Resource(lookup = "java:jboss/datasources/StoreDS")
  private DataSource dataSource;

  /**
   * Compares a batch in which no handle stands twice with what the shop has.
   *
   * @throws RefusedWriteException when the database cannot be asked
   */
  public BatchResult preview(List<FileProduct> batch, ImportState state) {
    try (Connection connection = dataSource.getConnection()) {
      ProductLookup lookup = new ProductLookup(connection);
      BatchPlan plan = lookup.plan(batch, state);
      Map<Long, FileProduct> present = lookup.read(plan.met(), state.categories());
      Map<String, Brands.Known> brands =
          state
              .brands()
              .resolve(
                  connection, plan.planned().stream().map(BatchPlan.Planned::product).toList());
      List<Outcome> outcomes = new ArrayList<>();
      Set<Long> moved = new HashSet<>();
      for (BatchPlan.Planned planned : plan.planned()) {
        FileProduct product = planned.product();
        long category = state.categories().resolve(connection, product.category());
        if (planned.known() == null) {
          outcomes.add(new Outcome(product, Kind.CREATED, List.of()));
          continue;
        }
        if (planned.isRenamed()) {
          moved.add(planned.known().id());
        }
        String brand = brands.get(Slug.of(product.brand())).name();
        List<String> changes =
            ProductDifference.of(
                present.get(planned.known().id()), state.spelled(product, brand, category));
        outcomes.add(
            new Outcome(product, changes.isEmpty() ? Kind.UNCHANGED : Kind.CHANGED, changes));
      }
      return new BatchResult(
          outcomes,
          state.brands().takeMade(),
          state.categories().takeMade(),
          plan.faults(),
          plan.met(),
          moved);
    } catch (SQLException refused) {
      throw new RefusedWriteException(refused);
    }
  }
}
