package shop.emporium.ejb.catalog.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shop.emporium.domain.catalog.ProductStatus;
import shop.emporium.domain.catalog.Specification;
import shop.emporium.domain.catalog.VariantOption;
import shop.emporium.domain.catalog.WeightUnit;
import shop.emporium.ejb.catalog.CatalogueFileException;

class ShopifyProductsTest {

  private static final String OLD =
      "Handle|Title|Body (HTML)|Vendor|Type|Tags|Option1 Name|Option1 Value|Variant SKU|Variant Grams|Variant Inventory Qty"
          + "|Variant Price|Variant Compare At Price|Image Src|Image Position|Status|Material (product.metafields.custom.material)";

  @Test
  void readsAProductWithItsVariantsAndPictures() {
    ProductFile file =
        ProductFile.ofLines(
            OLD,
            "shoe|Shoe|<p>Good</p>|Kestrel|Outdoor & sport|Run, Trail|Colour|Lilac|S-1|740|14|96.00|120.00|a.webp|2|active|Wool",
            "shoe|||||||Slate|S-2|740.0|-3|96.5||b.webp|1||",
            "shoe|||||||||||||c.webp|3||");
    FileProduct shoe = file.only();
    assertThat(file.report.getIssueCount()).isZero();
    assertThat(shoe.variants()).extracting(FileVariant::sku).containsExactly("S-1", "S-2");
    assertThat(shoe.variants().get(0).formerPrice()).isEqualTo(Money.parse("EUR 120.00"));
    assertThat(shoe.variants().get(1).options())
        .containsExactly(new VariantOption("Colour", "Slate"));
    assertThat(shoe.variants().get(1).available()).isZero();
    assertThat(shoe.pictures()).extracting("source").containsExactly("b.webp", "a.webp", "c.webp");
    assertThat(shoe.tags()).containsExactly("run", "trail");
    assertThat(shoe.specifications()).containsExactly(new Specification("Material", "Wool"));
    assertThat(shoe.status()).isEqualTo(ProductStatus.ACTIVE);
    assertThat(shoe.category()).containsExactly("Outdoor & sport");
    assertThat(shoe.type()).isEqualTo("Outdoor & sport");
  }

  @Test
  void readsEveryColumnOfTheNewestExports() {
    FileProduct mug =
        ProductFile.ofLines(
                "Title|URL handle|Description|Vendor|Product category|Type|Tags|Published on online store|Status|SKU|Barcode"
                    + "|Option1 name|Option1 value|Option1 Linked To|Option2 name|Option2 value|Price|Compare-at price|Cost per item"
                    + "|Inventory quantity|Weight value (grams)|Weight unit for display|Product image URL|Image position"
                    + "|Image alt text|Variant image URL|SEO title|SEO description",
                "Mug|Stone Mug|<p>Hot</p>|Harbour|Home > Kitchen > Cups|Mug|clay|FALSE|Active|M-1|4006381333931"
                    + "|Colour|Red||Size|L|12|15.50|4|4|350|kg|https://example.com/m.png|1"
                    + "|A mug|https://example.com/red.png|Buy a mug|Hot drinks")
            .only();
    assertThat(mug.slug()).isEqualTo("stone-mug");
    assertThat(mug.category()).containsExactly("Home", "Kitchen", "Cups");
    assertThat(mug.type()).isEqualTo("Mug");
    assertThat(mug.status()).isEqualTo(ProductStatus.ACTIVE);
    assertThat(mug.published()).isFalse();
    assertThat(mug.seoTitle()).isEqualTo("Buy a mug");
    assertThat(mug.seoDescription()).isEqualTo("Hot drinks");
    assertThat(mug.pictures()).extracting("alt").containsExactly("A mug");
    FileVariant red = mug.variants().get(0);
    assertThat(red.options())
        .containsExactly(new VariantOption("Colour", "Red"), new VariantOption("Size", "L"));
    assertThat(red.price()).isEqualTo(Money.parse("EUR 12.00"));
    assertThat(red.formerPrice()).isEqualTo(Money.parse("EUR 15.50"));
    assertThat(red.available()).isEqualTo(4);
    assertThat(red.weightGrams()).isEqualTo(350);
    assertThat(red.weightUnit()).isEqualTo(WeightUnit.KG);
    assertThat(red.barcode()).isEqualTo("4006381333931");
    assertThat(red.picture()).isEqualTo("https://example.com/red.png");
    assertThat(mug.extra()).containsEntry("Cost per item", "4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\ufeffHANDLE,title,VARIANT PRICE,body (html)\r\nbig,Big Lamp,9.50,\"one\r\ntwo\"\r\n",
        "Body (HTML),Variant Price,Title,Handle\n\"one\r\ntwo\",9.50,Big Lamp,big\n",
        "url HANDLE,Description,Title,PRICE\nbig,\"one\r\ntwo\",Big Lamp,9.50"
      })
  void readsAnyOrderAnyCaseBomCrlfAndLineBreaksInQuotes(String csv) {
    FileProduct lamp = ProductFile.read(csv).only();
    assertThat(lamp.name()).isEqualTo("Big Lamp");
    assertThat(lamp.description()).isEqualToNormalizingNewlines("one\ntwo");
    assertThat(lamp.variants().get(0).price()).isEqualTo(Money.parse("EUR 9.50"));
  }

  @Test
  void takesOptionNamesFromTheFirstRowOrFromEach() {
    String head =
        "Handle|Title|Variant Price|Option1 Name|Option1 Value|Option2 Name|Option2 Value|Option3 Name|Option3 Value";
    FileProduct once =
        ProductFile.ofLines(head, "a|A|1|Size|S|Colour|Red|Cut|Slim", "a||1||M||Red||Wide").only();
    FileProduct each =
        ProductFile.ofLines(
                head, "a|A|1|Size|S|Colour|Red|Cut|Slim", "a||1|Size|M|Colour|Red|Cut|Wide")
            .only();
    assertThat(each.variants())
        .extracting(FileVariant::options)
        .isEqualTo(once.variants().stream().map(FileVariant::options).toList());
    assertThat(once.variants().get(1).options())
        .containsExactly(
            new VariantOption("Size", "M"),
            new VariantOption("Colour", "Red"),
            new VariantOption("Cut", "Wide"));
  }

  @Test
  void filesUnderTheTypeOrUnderEverythingElseWithoutACategory() {
    String head = "Handle|Title|Variant Price|Product Category|Type";
    assertThat(ProductFile.ofLines(head, "a|A|1||Lamps").only().category())
        .containsExactly("Lamps");
    assertThat(ProductFile.ofLines(head, "a|A|1||").only().category())
        .containsExactly("Everything else");
    assertThat(ProductFile.ofLines(head, "a|A|1|Home>Light > > Lamps|").only().category())
        .containsExactly("Home", "Light", "Lamps");
  }

  @ParameterizedTest
  @CsvSource({
    "4.3,4.3",
    "4.337,4.34",
    "'{\"value\":\"4.3\",\"scale_min\":\"1.0\",\"scale_max\":\"5.0\"}',4.3",
    "'{\"scale_max\":10,\"value\":8.6}',4.3",
    "'',0"
  })
  void readsRatingsAsNumberOrAsJson(String text, BigDecimal average) {
    FileProduct lamp =
        ProductFile.read(
                "Handle,Title,Variant Price,Stars (product.metafields.reviews.rating),N (product.metafields.reviews.rating_count)\n"
                    + "a,A,1,\""
                    + text.replace("\"", "\"\"")
                    + "\",17\n")
            .only();
    assertThat(lamp.ratingAverage()).isEqualByComparingTo(average);
    assertThat(lamp.ratingCount()).isEqualTo(17);
  }

  @ParameterizedTest
  @ValueSource(strings = {"good", "6", "-1", "{\"value\":\"x\"}", "{", "{\"value\":9}", "[]"})
  void refusesWhatIsNoRating(String text) {
    ProductFile file =
        ProductFile.read(
            "Handle,Title,Variant Price,Rating (product.metafields.reviews.rating)\na,A,1,\""
                + text.replace("\"", "\"\"")
                + "\"\n");
    assertThat(file.products).isEmpty();
    assertThat(file.report.getIssues().get(0).reason()).endsWith("is no rating up to 5");
  }

  @Test
  void leavesRatingsAndRelatedProductsAloneWithoutTheirColumns() {
    FileProduct lamp = ProductFile.ofLines("Handle|Title|Variant Price", "a|A|1").only();
    assertThat(lamp.ratingAverage()).isNull();
    assertThat(lamp.ratingCount()).isNull();
    assertThat(lamp.related()).isNull();
  }

  @Test
  void readsRelatedProductsSeparatedByEitherSign() {
    String head =
        "Handle|Title|Variant Price|Related (product.metafields.shopify--discovery--product_recommendation.related_products)";
    assertThat(ProductFile.ofLines(head, "a|A|1|b; c").only().related()).containsExactly("b", "c");
    assertThat(ProductFile.ofLines(head, "a|A|1|b,C d,,b").only().related())
        .containsExactly("b", "c-d");
  }

  @Test
  void leavesOutAWrongRowAndSaysWhy() {
    ProductFile file =
        ProductFile.ofLines(
            OLD,
            "shoe|Shoe|||||Size|41|S-41||1|cheap|||||",
            "shoe|||||||42|S-42||1|9.99|||||",
            "shoe|||||||43|S-42||1|9.99|||||",
            "shoe|||||||44|S-44||many|9.99|||||",
            "shoe|||||||45|S-45|200000000|1|9.99|||||",
            "shoe|||||||46|S-\0||1|9.99|||||");
    assertThat(file.only().variants()).extracting(FileVariant::sku).containsExactly("S-42");
    assertThat(file.report.getIssues())
        .extracting(ImportIssue::line, ImportIssue::reason)
        .containsExactly(
            tuple(2L, "Variant Price \"cheap\" is not an amount such as 12.34"),
            tuple(4L, "SKU S-42 stands twice in one product"),
            tuple(5L, "Variant Inventory Qty \"many\" is no number"),
            tuple(6L, "Variant Grams 200000000 is above 100000000"),
            tuple(7L, "the row holds a null character"));
  }

  @Test
  void leavesOutAProductWithoutAGoodVariant() {
    ProductFile file = ProductFile.ofLines(OLD, "shoe|Shoe||||||||||free|||||");
    assertThat(file.products).isEmpty();
    assertThat(file.report.getIssueCount()).isEqualTo(1);
  }

  @Test
  void derivesTheSameSkuEveryTime() {
    ProductFile file = ProductFile.ofLines(OLD, "shoe|Shoe|||||Size|Größe 42|||1|9.99|||||");
    assertThat(file.only().variants().get(0).sku()).isEqualTo("SHOE-GROSSE-42");
  }

  @Test
  void takesTheOnlyVariantOfAProductForOneWithoutOptions() {
    ProductFile file = ProductFile.ofLines(OLD, "shoe|Shoe|||||Title|Default Title|S||1|9.99|||||");
    assertThat(file.only().variants().get(0).options()).isEmpty();
  }

  @Test
  void makesForeignHtmlHarmlessAndKeepsWhatItWas() {
    String foreign =
        "<p onclick=\"x()\">Hi<script>alert(1)</script><a href=\"javascript:x\">a</a></p>";
    FileProduct shoe =
        ProductFile.ofLines(OLD, "shoe|Shoe|" + foreign + "|||||||||9.99|||||").only();
    assertThat(shoe.description()).isEqualTo("<p>Hia</p>");
    assertThat(shoe.extra()).containsEntry("Body (HTML)", foreign);
  }

  @Test
  void cutsNoCharacterInHalf() {
    assertThat(Texts.cut("a😀b", 2)).isEqualTo("a");
    assertThat(Texts.cut("a😀b", 3)).isEqualTo("a😀");
  }

  @Test
  void refusesAFileOfAnotherKind() {
    assertThatExceptionOfType(CatalogueFileException.class)
        .isThrownBy(() -> new ShopifyHeader(List.of("id", "name")))
        .withMessageContaining("Handle, Title, Variant Price");
  }
}
