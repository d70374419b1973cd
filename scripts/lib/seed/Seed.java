import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Loads a generated catalogue: Seed FOLDER PRODUCTS SEED add|replace|remove. The database is that of STORE_DB_URL.
 *
 * <p>One connection loads products; another one, a step behind, makes their search documents. In memory is only what is on
 * its way.
 */
public final class Seed {

  private static final int BATCH = 5_000;
  private static final int CHECKED = 1_000;

  private final Database database;
  private final Database second;
  private final SearchDocuments documents;
  private final Removal removal;

  private Seed(Database database, Database second) {
    this.database = database;
    this.second = second;
    this.documents = new SearchDocuments(second);
    this.removal = new Removal(database);
  }

  /** What the operator has to do otherwise. */
  private static final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    Refusal(String reason) {
      super(reason);
    }
  }

  public static void main(String[] arguments) {
    long count = Long.parseLong(arguments[1]);
    try (Database database = new Database();
        Database second = new Database()) {
      new Seed(database, second).run(Path.of(arguments[0]), count, Long.parseLong(arguments[2]), arguments[3]);
    } catch (Refusal refused) {
      fail(refused.getMessage());
    } catch (SQLException failed) {
      fail("The database says: " + failed.getMessage().lines().findFirst().orElse("nothing") + ". Repeat with --replace.");
    } catch (Exception failed) {
      fail("The load failed: " + failed.getMessage() + ". Repeat with --replace.");
    }
  }

  /** As scripts/store says it. */
  private static void fail(String sentence) {
    System.err.println("\033[31mstore: " + sentence + "\033[0m");
    System.exit(1);
  }

  private void run(Path folder, long count, long seed, String mode) throws Exception {
    long began = System.nanoTime();
    refuseWhatCannotGo(mode);
    if (documents.restoreIndex()) {
      Progress.step("an interrupted load had left the search without its index; it is back");
    }
    long lines = mode.equals("add") ? 0 : removal.run();
    if (lines > 0) {
      System.out.printf(Locale.ROOT, "Lines of carts that went with removed products: %,d.%n", lines);
    }
    if (mode.equals("remove")) {
      finish();
      System.out.printf(Locale.ROOT, "The generated products are gone (%.0f s).%n", Progress.secondsSince(began));
      return;
    }
    long others = database.number("SELECT count(*) FROM search_document");
    boolean large = count >= others;
    if (large) {
      documents.dropIndex();
    }
    try {
      load(folder, count, seed);
    } finally {
      if (large) {
        Progress.step("making the index of the search");
        documents.restoreIndex();
      }
    }
    finish();
    report(count, Progress.secondsSince(began));
  }

  private void refuseWhatCannotGo(String mode) throws Exception {
    if (database.number("SELECT count(to_regclass('search_document'))") == 0) {
      throw new Refusal("The database has not the schema of this release yet. Run scripts/store up.");
    }
    if (database.number("SELECT pg_try_advisory_lock(7305173)::int") == 0) {
      throw new Refusal("Another scripts/store seed is at work on this database. Wait for it to end.");
    }
    long earlier = removal.count();
    if (mode.equals("add") && earlier > 0) {
      throw new Refusal(String.format(Locale.ROOT, "%,d generated products are here already. Say --replace to have them replaced.", earlier));
    }
  }

  private void load(Path folder, long count, long seed) throws Exception {
    Vocabulary vocabulary = new Vocabulary(folder);
    Set<String> pictures = new LinkedHashSet<>(database.texts("SELECT source FROM picture_source ORDER BY source LIMIT 1000"));
    Generator generator = new Generator(vocabulary, pictures, seed);
    Loader loader = new Loader(database, vocabulary);
    database.inBulk(loader::prepare);
    Progress progress = new Progress("products", count);
    SplittableRandom random = new SplittableRandom(seed);
    List<Long> sample = new ArrayList<>();
    List<Future<?>> filling = new ArrayList<>();
    ExecutorService behind = Executors.newSingleThreadExecutor();
    long firstOfAll = Long.MAX_VALUE;
    long last = 0;
    try {
      for (long from = 0; from < count; from += BATCH) {
        List<Item> items = new ArrayList<>();
        for (long number = from; number < Math.min(count, from + BATCH); number++) {
          items.add(generator.item(number));
        }
        long first = loader.load(items);
        long end = first + items.size() - 1;
        firstOfAll = Math.min(firstOfAll, first);
        last = end;
        long checked = Math.max(1, CHECKED * items.size() / count);
        random.longs(checked, first, end + 1).forEach(sample::add);
        filling.add(
            behind.submit(
                () -> {
                  documents.fill(first, end);
                  return null;
                }));
        // Not further ahead than a few steps, so that what is shown is what is done.
        if (filling.size() > 2) {
          filling.remove(0).get();
        }
        progress.at(from + items.size() - (long) filling.size() * BATCH);
      }
      for (Future<?> rest : filling) {
        rest.get();
      }
      progress.at(count);
    } finally {
      behind.shutdown();
      behind.awaitTermination(10, TimeUnit.MINUTES);
    }
    documents.noteWords(firstOfAll, last);
    long wrong = documents.wrong(sample);
    if (wrong > 0) {
      throw new IllegalStateException(wrong + " of " + sample.size() + " search documents differ from what search_words_of() makes");
    }
    Progress.step(sample.size() + " search documents compared with those of the shop’s own function: equal");
  }

  /** Statistics for the planner, then word to the nodes that everything has changed. */
  private void finish() throws SQLException {
    Progress.step("tidying up and counting for the planner");
    for (String table :
        List.of("product", "product_variant", "product_tag", "product_specification", "product_picture", "search_document", "search_word", "category", "brand")) {
      database.execute("VACUUM (ANALYZE) " + table);
    }
    database.update("INSERT INTO product_change (product_id, words) VALUES (0, true) ON CONFLICT DO NOTHING");
  }

  private void report(long count, double seconds) throws SQLException {
    System.out.printf(
        Locale.ROOT,
        "%,d products, %,d variants, %,d categories, %,d brands, %,d search words: %.0f s, %,.0f products/s, the database has %,d MB.%n",
        count,
        database.number(
            "SELECT count(*) FROM product_variant v JOIN product p ON p.id = v.product_id WHERE p.extra @> ?::jsonb", Loader.MARK),
        database.number("SELECT count(DISTINCT category_id) FROM product WHERE extra @> ?::jsonb", Loader.MARK),
        database.number("SELECT count(DISTINCT brand_id) FROM product WHERE extra @> ?::jsonb", Loader.MARK),
        database.number("SELECT count(*) FROM search_word"),
        seconds,
        count / seconds,
        database.number("SELECT pg_database_size(current_database()) / 1048576"));
  }
}
