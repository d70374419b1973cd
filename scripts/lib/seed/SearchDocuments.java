import java.sql.SQLException;
import java.util.List;

/** Makes what the search reads, for many products at once and equal to what the shop's own triggers make one by one. */
final class SearchDocuments {

  private static final String INDEX = "search_document_words";

  /** The expressions of search_words_of(product), over joins instead of a look into each table for each product. */
  private static final String FILL =
      """
      WITH RECURSIVE up(leaf, id, parent_id, name, height) AS (
        SELECT id, id, parent_id, name, 0 FROM category
        UNION ALL SELECT up.leaf, c.id, c.parent_id, c.name, up.height + 1 FROM category c JOIN up ON c.id = up.parent_id),
      shelf AS MATERIALIZED (SELECT leaf AS id, string_agg(name, ' ' ORDER BY height) AS words FROM up GROUP BY leaf),
      maker AS MATERIALIZED (SELECT id, setweight(to_tsvector('english', plain_text(name)), 'B') AS words FROM brand),
      skus AS (SELECT product_id, string_agg(sku, ' ' ORDER BY position, id) AS words
                 FROM product_variant WHERE product_id BETWEEN ? AND ? GROUP BY product_id),
      choices AS (SELECT product_id, string_agg(DISTINCT value, ' ') AS words
                    FROM product_variant v, LATERAL (VALUES (v.option1_value), (v.option2_value), (v.option3_value)) AS o(value)
                   WHERE product_id BETWEEN ? AND ? AND value IS NOT NULL GROUP BY product_id),
      tags AS (SELECT product_id, string_agg(tag, ' ' ORDER BY tag) AS words FROM product_tag WHERE product_id BETWEEN ? AND ? GROUP BY product_id)
      INSERT INTO search_document (product_id, words)
      SELECT p.id,
             setweight(to_tsvector('english', plain_text(p.name)), 'A')
             || maker.words
             || setweight(to_tsvector('english', coalesce(skus.words, '')), 'B')
             || setweight(to_tsvector('english', plain_text(concat_ws(' ', shelf.words, p.product_type, choices.words))), 'C')
             || setweight(to_tsvector('english', plain_text(coalesce(tags.words, ''))), 'C')
             || setweight(to_tsvector('english', plain_text(left(regexp_replace(p.description, '<[^>]*>', ' ', 'g'), 20000))), 'D')
        FROM product p
        JOIN maker ON maker.id = p.brand_id
        JOIN shelf ON shelf.id = p.category_id
        LEFT JOIN skus ON skus.product_id = p.id
        LEFT JOIN choices ON choices.product_id = p.id
        LEFT JOIN tags ON tags.product_id = p.id
       WHERE p.id BETWEEN ? AND ?
      """;

  /** First apart at blanks, which many texts share, then as split_words does: the same words, in a fraction of the time. */
  private static final String WORDS =
      """
      INSERT INTO search_word (word, stem)
      SELECT word, stem_of(word) FROM (
        SELECT DISTINCT split_words(piece) AS word FROM (
          SELECT DISTINCT unnest(string_to_array(name || ' ' || coalesce(product_type, ''), ' ')) AS piece FROM product WHERE id BETWEEN ? AND ?
          UNION SELECT tag FROM product_tag WHERE product_id BETWEEN ? AND ?
          UNION SELECT o.value FROM product_variant v, LATERAL (VALUES (v.option1_value), (v.option2_value), (v.option3_value)) AS o(value)
                 WHERE product_id BETWEEN ? AND ? AND o.value IS NOT NULL
          UNION SELECT name FROM brand
          UNION SELECT name FROM category) pieces) words
      ON CONFLICT DO NOTHING
      """;

  private final Database database;

  SearchDocuments(Database database) {
    this.database = database;
  }

  void fill(long first, long last) throws Exception {
    database.inBulk(
        () -> {
          // Right after the first rows came the planner still believes that there are none, and would go through all
          // variants and tags for each product.
          database.execute("SET LOCAL enable_nestloop = off");
          database.update(FILL, first, last, first, last, first, last, first, last);
        });
  }

  void noteWords(long first, long last) throws Exception {
    database.inBulk(
        () -> {
          // The same lock as the shop's trigger, which adds words as well.
          database.execute("SELECT pg_advisory_xact_lock(7305172)");
          database.update(WORDS, first, last, first, last, first, last);
        });
  }

  /** How many of these products have another document than the shop's own function makes. */
  long wrong(List<Long> sample) throws SQLException {
    return database.number(
        "SELECT count(*) FROM product p LEFT JOIN search_document d ON d.product_id = p.id"
            + " WHERE p.id = ANY (?) AND d.words IS DISTINCT FROM search_words_of(p)",
        (Object) sample.toArray(Long[]::new));
  }

  /** Takes the index away, since making it at the end is quicker; how to make it again stays in the database. */
  void dropIndex() throws Exception {
    database.inBulk(
        () -> {
          database.execute("CREATE TABLE seed_index AS SELECT pg_get_indexdef('" + INDEX + "'::regclass) AS definition");
          database.execute("DROP INDEX " + INDEX);
        });
  }

  /** Makes the index that this load, or one that was interrupted, has taken away. */
  boolean restoreIndex() throws Exception {
    if (database.number("SELECT count(to_regclass('seed_index'))") == 0) {
      return false;
    }
    database.inBulk(
        () -> {
          for (String definition : database.texts("SELECT definition FROM seed_index")) {
            database.execute(definition.replaceFirst("INDEX", "INDEX IF NOT EXISTS"));
          }
          database.execute("DROP TABLE seed_index");
        });
    return true;
  }
}
