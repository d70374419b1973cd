package shop.emporium.ejb.catalog.exchange;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import shop.emporium.domain.shared.Slug;
import shop.emporium.ejb.catalog.exchange.BatchResult.Kind;
import shop.emporium.ejb.catalog.exchange.BatchResult.Outcome;

/** Writes a batch of products in one transaction, set by set, past the entities. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ProductBatchWriter {

  private static final String RENAME =
      """
      WITH former AS (INSERT INTO product_former_slug (slug, product_id) SELECT slug, id FROM product WHERE id = ?
                      ON CONFLICT (slug) DO UPDATE SET product_id = excluded.product_id, changed_at = now())
      UPDATE product SET slug = ?, updated_at = now(), imported_by = ? WHERE id = ?
      """;
  private static final String FORGET_FORMER =
      "DELETE FROM product_former_slug WHERE slug = ANY (?)";
  private static final String TOUCH =
      "UPDATE product SET updated_at = now(), imported_by = ? WHERE id = ANY (?)";
  private static final String FETCH =
      """
      INSERT INTO picture_fetch (source)
      SELECT DISTINCT s FROM unnest(CAST(? AS text[])) AS s
       WHERE s ~* '^https?://' AND NOT EXISTS (SELECT 1 FROM picture_source p WHERE p.source = s) ORDER BY s
      ON CONFLICT DO NOTHING
      """;

  @Resource(lookup = "java:jboss/datasources/StoreDS")
  private DataSource dataSource;

  /**
   * Writes a batch in which no handle stands twice.
   *
   * @throws RefusedWriteException when the database refuses it; then nothing of it is written
   */
  public BatchResult write(List<FileProduct> batch, ImportState state) {
    try (Connection connection = dataSource.getConnection()) {
      BatchPlan plan = new ProductLookup(connection).plan(batch, state);
      Set<Long> renamed = rename(connection, plan, state);
      List<Outcome> outcomes = new ArrayList<>();
      Set<Long> met = new HashSet<>(plan.met());
      if (!plan.planned().isEmpty()) {
        List<Long> ids = ids(connection, plan, state);
        met.addAll(ids);
        Set<Long> changed = writeTables(connection, plan, ids, state);
        changed.addAll(renamed);
        for (int i = 0; i < ids.size(); i++) {
          BatchPlan.Planned planned = plan.planned().get(i);
          Kind kind = changed.contains(ids.get(i)) ? Kind.CHANGED : Kind.UNCHANGED;
          outcomes.add(
              new Outcome(
                  planned.product(), planned.known() == null ? Kind.CREATED : kind, List.of()));
        }
        requestPictures(connection, plan);
      }
      try (Statement statement = connection.createStatement()) {
        // What waits for the end of the transaction fails here, where its reason is still known.
        statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
      }
      return new BatchResult(
          outcomes,
          state.brands().takeMade(),
          state.categories().takeMade(),
          plan.faults(),
          met,
          Set.of());
    } catch (SQLException refused) {
      throw new RefusedWriteException(refused);
    }
  }

  private static Set<Long> rename(Connection connection, BatchPlan plan, ImportState state)
      throws SQLException {
    Set<Long> renamed = new HashSet<>();
    for (BatchPlan.Planned planned : plan.planned()) {
      if (planned.isRenamed()) {
        renamed.add(planned.known().id());
        execute(
            connection,
            RENAME,
            planned.known().id(),
            planned.product().slug(),
            state.number(),
            planned.known().id());
      }
    }
    Object[] slugs = plan.planned().stream().map(planned -> planned.product().slug()).toArray();
    execute(connection, FORGET_FORMER, connection.createArrayOf("text", slugs));
    return renamed;
  }

  private static List<Long> ids(Connection connection, BatchPlan plan, ImportState state)
      throws SQLException {
    long fresh = plan.planned().stream().filter(planned -> planned.known() == null).count();
    List<Long> free = state.productIds().take(connection, (int) fresh);
    List<Long> ids = new ArrayList<>();
    int next = 0;
    for (BatchPlan.Planned planned : plan.planned()) {
      ids.add(planned.known() == null ? free.get(next++) : planned.known().id());
    }
    return ids;
  }

  private static Set<Long> writeTables(
      Connection connection, BatchPlan plan, List<Long> ids, ImportState state)
      throws SQLException {
    List<FileProduct> products = plan.planned().stream().map(BatchPlan.Planned::product).toList();
    Map<String, Brands.Known> brands = state.brands().resolve(connection, products);
    BatchRows rows = new BatchRows();
    Set<Long> withRelated = new HashSet<>();
    for (int i = 0; i < ids.size(); i++) {
      FileProduct product = products.get(i);
      Brands.Known brand = brands.get(Slug.of(product.brand()));
      long category = state.categories().resolve(connection, product.category());
      List<Long> variantIds = state.variantIds().take(connection, plan.freshVariants(product));
      rows.add(
          ids.get(i),
          state.spelled(product, brand.name(), category),
          brand.id(),
          category,
          plan.planned().get(i).known(),
          plan.variantIds(product, variantIds));
      if (product.related() != null) {
        withRelated.add(ids.get(i));
      }
    }
    ProductTables tables = new ProductTables(connection);
    Set<Long> written = tables.products(rows.products(), state.number());
    Set<Long> changed = new HashSet<>(tables.variants(rows.variants()));
    changed.addAll(tables.parts(ProductTables.Part.TAG, rows.tags(), plan.met()));
    changed.addAll(tables.parts(ProductTables.Part.SHEET, rows.sheet(), plan.met()));
    changed.addAll(tables.parts(ProductTables.Part.PICTURE, rows.pictures(), plan.met()));
    withRelated.retainAll(plan.met());
    changed.addAll(tables.parts(ProductTables.Part.RELATED, rows.related(), withRelated));
    changed.removeAll(written);
    if (!changed.isEmpty()) {
      execute(
          connection, TOUCH, state.number(), connection.createArrayOf("bigint", changed.toArray()));
    }
    changed.addAll(written);
    return changed;
  }

  /** Pictures that are named by address and not here yet are fetched by and by. */
  private static void requestPictures(Connection connection, BatchPlan plan) throws SQLException {
    Set<String> sources =
        plan.planned().stream()
            .map(BatchPlan.Planned::product)
            .flatMap(FileProduct::pictureSources)
            .collect(Collectors.toSet());
    execute(connection, FETCH, connection.createArrayOf("text", sources.toArray()));
  }

  private static void execute(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.executeUpdate();
    }
  }
}
