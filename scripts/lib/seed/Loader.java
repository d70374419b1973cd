import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes products into the tables, some thousands at a time, by COPY. */
final class Loader {

  /** By this the generated products are known again; a catalogue file takes it along. */
  static final String MARK = "{\"Generated\": \"true\"}";

  /**
   * Nodes take numbers in blocks of fifty, and may take some between our look at a sequence and our setting it: so far we
   * stay away from the last one.
   */
  private static final int GAP = 1_000;

  private final Database database;
  private final Vocabulary vocabulary;
  private final Map<String, Long> categories = new HashMap<>();
  private final List<Long> brands = new ArrayList<>();

  private final Rows products =
      new Rows(
          "product (id, slug, name, brand_id, category_id, description, status, rating_average, rating_count, created_at, updated_at, product_type, extra)");
  private final Rows tags = new Rows("product_tag (product_id, tag)");
  private final Rows specifications = new Rows("product_specification (product_id, position, name, value)");
  private final Rows pictures = new Rows("product_picture (product_id, position, source, alt)");
  private final Rows forms =
      new Rows(
          "product_variant (id, product_id, position, sku, option1_name, option1_value, option2_name, option2_value, price_minor, price_currency,"
              + " former_minor, former_currency, available, weight_grams, barcode)");

  Loader(Database database, Vocabulary vocabulary) {
    this.database = database;
    this.vocabulary = vocabulary;
  }

  /** Makes sure that all categories and brands are there. One whose slug is taken is used as it is. */
  void prepare() throws SQLException {
    int position = 100;
    for (Vocabulary.Kind kind : vocabulary.kinds()) {
      String tint = List.of("iris", "peach", "mint", "sky").get(position % 4);
      database.update(
          "INSERT INTO category (id, parent_id, slug, name, description, tint, position)"
              + " VALUES (nextval('category_seq'), ?, ?, ?, ?, ?, ?) ON CONFLICT (slug) DO NOTHING",
          categories.get(kind.parent()),
          kind.slug(),
          kind.english(),
          kind.english() + " of the generated catalogue, for measuring.",
          tint,
          position++);
      long id = database.number("SELECT id FROM category WHERE slug = ?", kind.slug());
      database.update("INSERT INTO category_translation (category_id, language, name) VALUES (?, 'de', ?) ON CONFLICT DO NOTHING", id, kind.german());
      categories.put(kind.slug(), id);
    }
    for (String name : vocabulary.brands()) {
      String slug = name.toLowerCase(Locale.ROOT).replace("ö", "o");
      database.update("INSERT INTO brand (id, slug, name) VALUES (nextval('brand_seq'), ?, ?) ON CONFLICT (slug) DO NOTHING", slug, name);
      brands.add(database.number("SELECT id FROM brand WHERE slug = ?", slug));
    }
  }

  /** Writes these products; gives the first of their ids, which follow each other. */
  long load(List<Item> items) throws Exception {
    long firstProduct = reserve("product_seq", items.size());
    int count = items.stream().mapToInt(item -> item.variants().size()).sum();
    long nextVariant = reserve("product_variant_seq", count);
    long id = firstProduct;
    for (Item item : items) {
      product(id, item);
      for (int i = 0; i < item.variants().size(); i++) {
        form(nextVariant++, id, i, item, item.variants().get(i));
      }
      id++;
    }
    database.inBulk(
        () -> {
          // How foreign keys are checked is planned once, while the tables may be empty: by index all the same.
          database.execute("SET LOCAL enable_seqscan = off");
          for (Rows rows : List.of(products, tags, specifications, pictures, forms)) {
            rows.send(database.connection());
          }
        });
    return firstProduct;
  }

  private void product(long id, Item item) {
    products.add(
        id,
        item.slug(),
        item.name(),
        brands.get(item.brand()),
        categories.get(item.kind().slug()),
        item.description(),
        "ACTIVE",
        item.rating() / 100 + "." + item.rating() / 10 % 10 + item.rating() % 10,
        item.ratingCount(),
        item.createdAt(),
        item.updatedAt(),
        item.type(),
        MARK);
    item.tags().forEach(tag -> tags.add(id, tag));
    for (int i = 0; i < item.specifications().size(); i++) {
      specifications.add(id, i, item.specifications().get(i).name(), item.specifications().get(i).value());
    }
    for (int i = 0; i < item.pictures().size(); i++) {
      pictures.add(id, i, item.pictures().get(i), item.name());
    }
  }

  private void form(long id, long product, int position, Item item, Item.Variant variant) {
    List<String> names = variant.values().isEmpty() ? List.of() : item.options();
    forms.add(
        id,
        product,
        position,
        variant.sku(),
        get(names, 0),
        get(variant.values(), 0),
        get(names, 1),
        get(variant.values(), 1),
        variant.price(),
        "EUR",
        variant.former() == 0 ? null : variant.former(),
        variant.former() == 0 ? null : "EUR",
        variant.available(),
        variant.grams(),
        variant.barcode());
  }

  private static String get(List<String> list, int index) {
    return index < list.size() ? list.get(index) : null;
  }

  /** Takes so many numbers that follow each other out of a sequence; gives the first. */
  private long reserve(String sequence, int count) throws SQLException {
    String sql = "SELECT setval('%1$s', (SELECT last_value FROM %1$s) + ?) - ?".formatted(sequence);
    return database.number(sql, (long) count + 2 * GAP, (long) count + GAP);
  }
}
