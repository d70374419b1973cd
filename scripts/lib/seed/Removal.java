import java.sql.SQLException;

/** Takes earlier generated products away, and nothing else. */
final class Removal {

  private static final String OURS = "extra @> '" + Loader.MARK + "'";
  private static final int STEP = 10_000;

  private final Database database;

  Removal(Database database) {
    this.database = database;
  }

  long count() throws SQLException {
    return database.number("SELECT count(*) FROM product WHERE " + OURS);
  }

  /** Gives how many lines of carts went with the products: a line cannot be without its variant. */
  long run() throws Exception {
    long total = count();
    if (total == 0) {
      return 0;
    }
    long last = database.number("SELECT max(id) FROM product WHERE " + OURS);
    Progress progress = new Progress("earlier products removed", total);
    long[] gone = new long[2];
    long from = database.number("SELECT min(id) FROM product WHERE " + OURS);
    while (from <= last) {
      long first = from;
      long end = first + STEP;
      database.inBulk(
          () -> {
            gone[1] +=
                database.update(
                    "DELETE FROM cart_line WHERE variant_id IN (SELECT v.id FROM product_variant v JOIN product p ON p.id = v.product_id"
                        + " WHERE p.id >= ? AND p.id < ? AND p." + OURS + ")",
                    first,
                    end);
            gone[0] += database.update("DELETE FROM product WHERE id >= ? AND id < ? AND " + OURS, first, end);
          });
      progress.at(gone[0]);
      // Straight to the next one: between two loads there may be millions of numbers without a product.
      from = end;
      if (gone[0] < total) {
        from = database.number("SELECT min(id) FROM product WHERE id >= ? AND " + OURS, end);
      } else {
        break;
      }
    }
    return gone[1];
  }
}
