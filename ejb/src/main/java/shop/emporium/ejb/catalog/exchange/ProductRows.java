package shop.emporium.ejb.catalog.exchange;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** Gathers the rows of a file that share a handle, which stand one behind the other. */
final class ProductRows {

  /** Shopify allows 2,048 variants and 250 pictures. */
  private static final int MAX_ROWS = 2_500;

  private ProductRows() {}

  /** Hands over the rows of one product after another. */
  static void each(
      Iterator<CsvRecord> records,
      ShopifyHeader header,
      ImportReport report,
      Consumer<List<ShopifyRow>> product) {
    List<ShopifyRow> sameHandle = new ArrayList<>();
    while (records.hasNext()) {
      CsvRecord record = records.next();
      ShopifyRow row = ShopifyRow.of(record.getStartingLineNumber(), header, record.getFields());
      String handle = row.get(ShopifyColumn.HANDLE);
      if (handle.isEmpty()) {
        report.complain(row.line(), "Handle is empty");
        continue;
      }
      if (!sameHandle.isEmpty() && !sameHandle.get(0).get(ShopifyColumn.HANDLE).equals(handle)) {
        product.accept(sameHandle);
        sameHandle = new ArrayList<>();
      }
      if (sameHandle.size() < MAX_ROWS) {
        sameHandle.add(row);
      } else {
        report.complain(row.line(), "more than " + MAX_ROWS + " rows of one product");
      }
    }
    if (!sameHandle.isEmpty()) {
      product.accept(sameHandle);
    }
  }
}
