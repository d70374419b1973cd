package shop.emporium.ejb.catalog.exchange;

import jakarta.ejb.EJBException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import shop.emporium.ejb.shared.DatabaseAwayException;

/**
 * Gathers products into batches and has them written. A batch that the database refuses is written
 * again product by product, so that one fault costs one product.
 */
final class ProductImport {

  private static final int MAX_PRODUCTS = 200;
  private static final int MAX_VARIANTS = 2_000;
  private static final int MAX_CHARACTERS = 4_000_000;
  private static final int ATTEMPTS = 3;

  private final ImportState state;
  private final ImportReport report;
  private final Function<List<FileProduct>, BatchResult> writing;
  private final Runnable afterUndoing;
  private final List<FileProduct> batch = new ArrayList<>();
  private final Set<String> handles = new HashSet<>();
  private int variants;
  private int characters;

  /**
   * An import.
   *
   * @param writing writes a batch in a transaction of its own
   * @param afterUndoing to be called when such a transaction was undone
   */
  ProductImport(
      ImportState state,
      ImportReport report,
      Function<List<FileProduct>, BatchResult> writing,
      Runnable afterUndoing) {
    this.state = state;
    this.report = report;
    this.writing = writing;
    this.afterUndoing = afterUndoing;
  }

  /** Takes a product; it may be written later. */
  void add(FileProduct product) {
    if (!handles.add(product.slug())) {
      flush();
      handles.add(product.slug());
    }
    batch.add(product);
    variants += product.variants().size();
    characters += product.description().length();
    if (batch.size() >= MAX_PRODUCTS || variants >= MAX_VARIANTS || characters >= MAX_CHARACTERS) {
      flush();
    }
  }

  /** Writes what is not written yet. */
  void flush() {
    if (!batch.isEmpty()) {
      write(List.copyOf(batch));
    }
    batch.clear();
    handles.clear();
    variants = 0;
    characters = 0;
  }

  private void write(List<FileProduct> products) {
    for (int attempt = 1; ; attempt++) {
      try {
        count(writing.apply(products));
        return;
      } catch (RefusedWriteException refused) {
        undo();
        if (refused.isAway()) {
          throw new DatabaseAwayException(refused.getCause());
        }
        if (!refused.isPassing() || attempt == ATTEMPTS) {
          separate(products, refused);
          return;
        }
      } catch (EJBException | IllegalArgumentException refused) {
        undo();
        separate(products, refused);
        return;
      }
    }
  }

  private void separate(List<FileProduct> products, RuntimeException refused) {
    if (products.size() == 1) {
      report.complain(products.get(0).line(), reason(refused));
      return;
    }
    products.forEach(product -> write(List.of(product)));
  }

  private void undo() {
    state.brands().takeMade();
    state.categories().takeMade();
    afterUndoing.run();
  }

  private void count(BatchResult result) {
    state.see(result.met());
    result.moved().forEach(state::move);
    report.countMade(result.brands(), result.categories());
    result.faults().forEach(fault -> report.complain(fault.line(), fault.reason()));
    for (BatchResult.Outcome outcome : result.outcomes()) {
      FileProduct product = outcome.product();
      switch (outcome.kind()) {
        case CREATED -> report.count(true, product.variants().size());
        case CHANGED -> report.count(false, product.variants().size());
        case UNCHANGED -> report.countUnchanged(product.variants().size());
      }
      if (!outcome.changes().isEmpty()) {
        report.list(new ImportChange(product.line(), product.slug(), outcome.changes()));
      }
    }
  }

  private static String reason(Exception refused) {
    Throwable cause = refused;
    while (cause instanceof EJBException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
