package shop.emporium.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The generated catalogue comes beside the owner's, is found like it, and goes without trace. */
@Tag("cluster")
class SeedClusterIT {

  private static final String GENERATED = "FROM product WHERE extra ->> 'Generated' = 'true'";
  private static final String OTHERS =
      "FROM product WHERE extra ->> 'Generated' IS DISTINCT FROM 'true'";

  /** All that is written about the generated products, as one checksum. */
  private static final String CONTENT =
      """
      SELECT md5(string_agg(concat_ws('|', p.slug, p.name, p.description, p.rating_average, p.created_at, v.sku, v.option1_value,
             v.option2_value, v.price_minor, v.former_minor, v.available,
             (SELECT string_agg(tag, ',' ORDER BY tag) FROM product_tag WHERE product_id = p.id)), ';' ORDER BY v.sku))
        FROM product p JOIN product_variant v ON v.product_id = p.id WHERE p.extra ->> 'Generated' = 'true'
      """;

  private static final String DIFFERENT_DOCUMENTS =
      """
      SELECT count(*) FROM product p LEFT JOIN search_document d ON d.product_id = p.id
       WHERE d.words IS DISTINCT FROM search_words_of(p)
      """;

  private static String others;
  private static String said;

  @BeforeAll
  static void seed() {
    others = Shop.value("SELECT count(*) " + OTHERS);
    said = Shop.store("seed", "--products", "1000");
  }

  @AfterAll
  static void clear() {
    Shop.store("seed", "--remove");
    assertThat(Shop.value("SELECT count(*) " + GENERATED)).isEqualTo("0");
    assertThat(Shop.value("SELECT count(*) " + OTHERS)).isEqualTo(others);
  }

  @Test
  void asManyProductsComeAsWereAskedFor() {
    assertThat(said).contains("1,000 products, ").contains("100 %");
    assertThat(Shop.value("SELECT count(*) " + GENERATED)).isEqualTo("1000");
    assertThat(Shop.value("SELECT count(*) " + OTHERS)).isEqualTo(others);
  }

  @Test
  void everyNodeListsAndFindsThem() throws Exception {
    long shown = Long.parseLong(Shop.value("SELECT count(*) FROM product WHERE visible"));
    String sku =
        Shop.value(
            "SELECT sku FROM product_variant WHERE product_id = (SELECT max(id) "
                + GENERATED
                + ")");
    for (String node : Shop.NODES) {
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(total(node, "size=1")).isEqualTo(shown));
      assertThat(total(node, "q=" + sku)).isEqualTo(1);
      assertThat(total(node, "category=headphones")).isPositive();
    }
  }

  private static long total(String node, String query) throws IOException {
    URI uri = Shop.uri(node, "/api/v1/products?" + query);
    return Shop.json(Shop.visitor().get(uri)).getJsonNumber("total").longValue();
  }

  @Test
  void searchDocumentsAreThoseThatTheShopItselfWouldMake() {
    assertThat(Shop.value(DIFFERENT_DOCUMENTS)).isEqualTo("0");
    assertThat(Shop.value("SELECT to_regclass('search_document_words') IS NOT NULL"))
        .isEqualTo("t");
  }

  @Test
  void theSameSeedGivesTheSameCatalogueAndAnotherOneAnother() {
    String before = Shop.value(CONTENT);
    Shop.store("seed", "--products", "1000", "--replace", "--seed", "2");
    assertThat(Shop.value(CONTENT)).isNotEqualTo(before);
    Shop.store("seed", "--products", "1000", "--replace");
    assertThat(Shop.value(CONTENT)).isEqualTo(before);
    assertThat(Shop.value("SELECT count(*) " + OTHERS)).isEqualTo(others);
  }

  @Test
  void aCartKeepsWhatIsNotGenerated() throws Exception {
    Shop.Visitor shopper = Shop.visitor();
    String sold =
        "SELECT sku FROM product_variant WHERE available > 0 AND product_id IN (SELECT id ";
    for (String which : new String[] {GENERATED, OTHERS}) {
      String sku = Shop.value(sold + which + " AND visible) ORDER BY id LIMIT 1");
      assertThat(
              shopper
                  .post("/api/v1/cart/lines", "{\"sku\":\"" + sku + "\",\"quantity\":1}")
                  .statusCode())
          .isEqualTo(201);
    }
    assertThat(shopper.cartCount()).isEqualTo(2);
    String said = Shop.store("seed", "--products", "1000", "--replace");
    assertThat(said).contains("Lines of carts that went with removed products: 1.");
    assertThat(shopper.cartCount()).isEqualTo(1);
  }

  @Test
  void numbersGivenOutLaterDoNotMeetThoseInUse() {
    for (String table : new String[] {"product", "product_variant"}) {
      assertThat(
              Shop.value(
                  "SELECT last_value - 50 > (SELECT max(id) FROM %1$s) FROM %1$s_seq"
                      .formatted(table)))
          .isEqualTo("t");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "seed | How many?",
        "seed --products many | from 1000 to 2000000",
        "seed --products 12 | from 1000 to 2000000",
        "seed --products 1000 | generated products are here already",
        "seed --sideways | does not know"
      })
  void whatCannotBeDoneIsRefusedInOneSentence(String command, String reason) {
    assertThatThrownBy(() -> Shop.store(command.split(" "))).hasMessageContaining(reason);
    assertThat(Shop.value("SELECT count(*) " + GENERATED)).isEqualTo("1000");
  }
}
