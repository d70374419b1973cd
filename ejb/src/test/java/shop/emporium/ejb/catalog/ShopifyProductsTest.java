package shop.emporium.ejb.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import shop.emporium.domain.catalog.ProductStatus;
import shop.emporium.domain.catalog.Specification;
import shop.emporium.domain.catalog.VariantOption;

class ShopifyProductsTest {

  private static final String OLD =
      "Handle|Title|Body (HTML)|Vendor|Type|Tags|Option1 Name|Option1 Value|Variant SKU|Variant Grams|Variant Inventory Qty"
          + "|Variant Price|Variant Compare At Price|Image Src|Image Position|Status|Material (product.metafields.custom.material)";

  private final ImportReport report = new ImportReport();
  private final ShopifyProducts products = new ShopifyProducts(CurrencyUnit.EUR, report);

  @Test
  void readsAProductWithItsVariantsAndPictures() {
    ImportedProduct shoe =
        assemble(
                OLD,
                "shoe|Shoe|<p>Good</p>|Kestrel|Outdoor & sport|Run, Trail|Colour|Lilac|S-1|740|14|96.00|120.00|a.webp|2|active|Wool",
                "shoe|||||||Slate|S-2|740.0|-3|96.5||b.webp|1||",
                "shoe|||||||||||||c.webp|3||")
            .orElseThrow();
    assertThat(report.getIssueCount()).isZero();
    assertThat(shoe.variants())
        .extracting(ImportedProduct.ImportedVariant::sku)
        .containsExactly("S-1", "S-2");
    assertThat(shoe.variants().get(0).formerPrice()).isEqualTo(Money.parse("EUR 120.00"));
    assertThat(shoe.variants().get(1).options())
        .containsExactly(new VariantOption("Colour", "Slate"));
    assertThat(shoe.variants().get(1).available()).isZero();
    assertThat(shoe.pictures()).extracting("source").containsExactly("b.webp", "a.webp", "c.webp");
    assertThat(shoe.tags()).containsExactly("run", "trail");
    assertThat(shoe.specifications()).containsExactly(new Specification("Material", "Wool"));
    assertThat(shoe.status()).isEqualTo(ProductStatus.ACTIVE);
  }

  @Test
  void readsTheNamesOfNewerExports() {
    ImportedProduct mug =
        assemble(
                "Title|URL handle|Description|Vendor|Product category|Published on online store|SKU|Price|Inventory quantity|Product image URL",
                "Mug|Stone Mug|Hot|Harbour|Home > Kitchen > Cups|FALSE|M|12|4|https://example.com/m.png")
            .orElseThrow();
    assertThat(mug.slug()).isEqualTo("stone-mug");
    assertThat(mug.category()).isEqualTo("Cups");
    assertThat(mug.status()).isEqualTo(ProductStatus.DRAFT);
    assertThat(mug.variants().get(0).available()).isEqualTo(4);
  }

  @Test
  void leavesOutAWrongRowAndSaysWhy() {
    ImportedProduct shoe =
        assemble(
                OLD,
                "shoe|Shoe|||||Size|41|S-41||1|cheap|||||",
                "shoe|||||||42|S-42||1|9.99|||||",
                "shoe|||||||43|S-42||1|9.99|||||",
                "shoe|||||||44|S-44||many|9.99|||||")
            .orElseThrow();
    assertThat(shoe.variants())
        .extracting(ImportedProduct.ImportedVariant::sku)
        .containsExactly("S-42");
    assertThat(report.getIssues())
        .extracting(ImportIssue::line, ImportIssue::reason)
        .containsExactly(
            tuple(2L, "Variant Price \"cheap\" is not an amount such as 12.34"),
            tuple(4L, "SKU S-42 stands twice in one product"),
            tuple(5L, "Variant Inventory Qty \"many\" is no number"));
  }

  @Test
  void leavesOutAProductWithoutAGoodVariant() {
    assertThat(assemble(OLD, "shoe|Shoe||||||||||free|||||")).isEmpty();
    assertThat(report.getIssueCount()).isEqualTo(2);
  }

  @Test
  void derivesTheSameSkuEveryTime() {
    String row = "shoe|Shoe|||||Size|Größe 42|||1|9.99|||||";
    assertThat(assemble(OLD, row).orElseThrow().variants().get(0).sku())
        .isEqualTo("SHOE-GROSSE-42");
  }

  @Test
  void takesTheOnlyVariantOfAProductForOneWithoutOptions() {
    assertThat(
            assemble(OLD, "shoe|Shoe|||||Title|Default Title|S||1|9.99|||||")
                .orElseThrow()
                .variants()
                .get(0)
                .options())
        .isEmpty();
  }

  @Test
  void makesForeignHtmlHarmless() {
    String description =
        assemble(
                OLD,
                "shoe|Shoe|<p onclick=\"x()\">Hi<script>alert(1)</script><a href=\"javascript:x\">a</a></p>|||||||||9.99|||||")
            .orElseThrow()
            .description();
    assertThat(description).isEqualTo("<p>Hia</p>");
  }

  @Test
  void refusesAFileOfAnotherKind() {
    assertThatExceptionOfType(CatalogueFileException.class)
        .isThrownBy(() -> new ShopifyHeader(List.of("id", "name")))
        .withMessageContaining("Handle, Title, Variant Price");
  }

  private Optional<ImportedProduct> assemble(String head, String... lines) {
    ShopifyHeader header = new ShopifyHeader(Arrays.asList(head.split("\\|", -1)));
    List<ShopifyRow> rows = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      rows.add(ShopifyRow.of(i + 2L, header, Arrays.asList(lines[i].split("\\|", -1))));
    }
    return products.assemble(rows);
  }
}
