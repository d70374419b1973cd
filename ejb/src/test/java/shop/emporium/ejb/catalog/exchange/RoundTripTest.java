package shop.emporium.ejb.catalog.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {

  private static final String AWKWARD =
      """
      Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,Variant Price,Variant Compare At Price,Variant Taxable,Image Src,Image Position,Image Alt Text,Gift Card,SEO Title,Variant Image,Variant Weight Unit,Status,Cost per item,Made of (product.metafields.custom.material),Made of (product.metafields.specification.stuff),My own,Stars (product.metafields.reviews.rating),Reviews (product.metafields.reviews.rating_count),See also (product.metafields.shopify--discovery--product_recommendation.related_products)
      Red Lamp,  Red Lamp ,"<p onclick=""x()"">It's
      red</p>",,Home>Light > Lamps,Lamp,"Zebra, apple",TRUE,Size,S,,,,740.5,shopify,-3,12,10.00,true,a.png,1,First,false,Buy,v.png,stone,Active,4.20,Wool,Felt,"a,b","{""value"":""4.3"",""scale_max"":""5.0""}",7,"b,c"
      Red Lamp,Again,,,,,,,Size,M,,,RL-M,0,shopify,7,60.5,60.50,false,a.png,1,First,,,,,,,,,x,,,
      Red Lamp,,,,,,,,,,,,,,,,,,,b.png,2,,,,,,,,,,,,,
      plain,Plain,,Unbranded,,,,,,,,,P,,,0,1.00,,,,,,,,,,,,,,,0,0,
      only,Only,<p>Fine</p>,Acme,Everything else,,,false,Title,Default Title,,,ONLY,10,,1,1.00,2.00,,,,,,,,kg,draft,,,,,,,
      gap,Gap,,Acme,,Home,x,true,,,Shade,Blue,GAP-1,1,,1,1.00,,,,,,,,,g,active,,,,,,,
      """;

  private static final String NEWER =
      """
      Title,URL handle,Description,Vendor,Product category,Type,Tags,Published on online store,Status,SKU,Barcode,Option1 name,Option1 value,Option1 Linked To,Price,Compare-at price,Charge tax,Inventory tracker,Inventory quantity,Continue selling when out of stock,Weight value (grams),Weight unit for display,Product image URL,Image position,Image alt text,Variant image URL,Gift card,SEO title,Google Shopping / Google product category
      Mug,mug,<p>Hot</p>,Harbour,Home > Kitchen,Mug,"clay, red",true,active,M-R,123,Colour,Red,product.metafields.shopify.color-pattern,12.00,15.00,TRUE,shopify,4,DENY,350,kg,https://example.com/m.png,1,A mug,https://example.com/r.png,FALSE,Buy,Home & Garden
      ,mug,,,,,,,,M-B,124,,Blue,,12.00,,TRUE,shopify,0,DENY,350,kg,https://example.com/b.png,2,Blue,,,,
      """;

  static List<String> files() throws IOException {
    return List.of(AWKWARD, NEWER, Files.readString(Path.of("../sample-data/catalogue.csv")));
  }

  @ParameterizedTest
  @MethodSource("files")
  void writesTheSameBytesTheSecondTime(String csv) {
    String once = ProductFile.read(csv).written();
    ProductFile again = ProductFile.read(once);
    assertThat(again.report.getIssues()).isEmpty();
    assertThat(again.written()).isEqualTo(once);
  }

  @ParameterizedTest
  @MethodSource("files")
  void writesEveryFieldAsItWas(String csv) {
    List<Map<String, String>> before = ProductFile.fields(csv);
    List<Map<String, String>> after = ProductFile.fields(ProductFile.read(csv).written());
    assertThat(after.size()).isEqualTo(before.size());
    for (int i = 0; i < before.size(); i++) {
      // A field that the file had not is no loss: the shop says what it took for granted.
      Map<String, String> written = new TreeMap<>(after.get(i));
      Map<String, String> expected = new TreeMap<>(titled(before.get(i)));
      written.keySet().retainAll(expected.keySet());
      assertThat(written).as("line " + (i + 2)).isEqualTo(expected);
    }
  }

  /** Understood columns by their older names. */
  private static Map<String, String> titled(Map<String, String> line) {
    Map<String, String> titled = new HashMap<>();
    line.forEach(
        (head, text) ->
            titled.put(
                List.of(ShopifyColumn.values()).stream()
                    .filter(column -> column.isCalled(head))
                    .filter(column -> !ShopifyColumn.METAFIELDS.contains(column))
                    .map(ShopifyColumn::title)
                    .findFirst()
                    .orElse(ShopifyFile.spelled(head)),
                text));
    return titled;
  }

  @Test
  void leavesAFieldEmptyThatWasEmpty() {
    Map<String, String> lamp = ProductFile.read(AWKWARD).lines().get(0);
    assertThat(lamp).containsEntry("Vendor", "").containsEntry("Variant SKU", "");
    Map<String, String> plain = ProductFile.read(AWKWARD).lines().get(3);
    assertThat(plain)
        .containsEntry("Published", "")
        .containsEntry("Status", "")
        .containsEntry("Variant Grams", "")
        .containsEntry("Variant Weight Unit", "")
        .containsEntry("Option1 Value", "");
  }

  @Test
  void keepsUnknownColumnsOfTheFirstRowAndOfVariants() {
    FileProduct lamp = ProductFile.read(AWKWARD).products.get(0);
    assertThat(lamp.extra())
        .containsEntry("Gift Card", "false")
        .containsEntry("Cost per item", "4.20")
        .containsEntry("My own", "a,b")
        .containsEntry("Tags", "Zebra, apple")
        .doesNotContainKey("Made of (product.metafields.custom.material)");
    assertThat(lamp.variants().get(0).extra())
        .containsEntry("Variant Compare At Price", "10.00")
        .containsEntry("Variant Inventory Qty", "-3")
        .doesNotContainKey("Gift Card");
    assertThat(lamp.variants().get(1).extra())
        .containsEntry("Variant Taxable", "false")
        .containsEntry("My own", "x")
        .containsEntry("Title", "Again");
  }

  @Test
  void writesWhatTheShopChangedSince() {
    ProductFile file = ProductFile.read(AWKWARD);
    FileProduct lamp = file.products.get(0);
    FileVariant small = lamp.variants().get(0);
    FileVariant sold =
        new FileVariant(
            small.sku(),
            small.options(),
            Money.parse("EUR 40.00"),
            Money.parse("EUR 45.00"),
            5,
            small.weightGrams(),
            small.weightUnit(),
            small.barcode(),
            small.picture(),
            small.extra());
    file.products.set(0, lamp.keeping(lamp.extra(), List.of(sold, lamp.variants().get(1))));
    assertThat(file.lines().get(0))
        .containsEntry("Variant Price", "40.00")
        .containsEntry("Variant Compare At Price", "45.00")
        .containsEntry("Variant Inventory Qty", "5")
        .containsEntry("Variant Grams", "740.5")
        .containsEntry("Tags", "Zebra, apple");
  }

  @Test
  void remembersTheOrderOfHeadsOfEarlierFiles() {
    Metafields earlier =
        new Metafields(List.of("Own", "Care (product.metafields.specification.care)"));
    ProductFile file =
        ProductFile.read(
            earlier,
            "Handle,Title,Variant Price,Other,Weave (product.metafields.custom.weave),Own\na,A,1,o,w,p\n");
    assertThat(file.written().lines().findFirst().orElseThrow())
        .endsWith(
            ",Care (product.metafields.specification.care),Weave (product.metafields.custom.weave),Own,Other");
  }
}
