package shop.emporium.tests.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import shop.emporium.ejb.catalog.exchange.CatalogueExportService;
import shop.emporium.ejb.catalog.exchange.CategoryImportService;
import shop.emporium.ejb.catalog.exchange.ImportReport;

/** What comes out of the shop goes in again, and is the same. */
@Tag("integration")
@ExtendWith(ArquillianExtension.class)
class CatalogueExportIT {

  /** Beside what the sample has: what the shop has no place for, and what it says otherwise. */
  private static final String AWKWARD =
      """
      Handle,Title,Body (HTML),Vendor,Product Category,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,Variant Price,Variant Compare At Price,Image Src,Image Position,Image Alt Text,Variant Weight Unit,Status,Cost per item,My own,Stuff (product.metafields.specification.stuff)
      Red Lamp,Red Lamp,"<p>It's
      red, ""bright"" &amp; warm</p>",,Home>Light > Lamps,"Zebra, apple",TRUE,Size,S,,740.5,shopify,-3,12,10.00,https://example.com/a.png,1,First,kg,Active,4.20,"a,b",Felt
      Red Lamp,,,,,,,,M,RL-M,0,shopify,7,60.5,,https://example.com/b.png,2,,g,,,x,
      hidden,Hidden,,Acme,,,false,,,HIDDEN,,,0,1.00,,,,,,draft,,,
      """;

  @Inject private CatalogueExportService exports;
  @Inject private CategoryImportService categories;
  @Inject private Fixture shop;

  @BeforeEach
  void fill() throws IOException {
    shop.execute("TRUNCATE cart, product, brand, category, picture CASCADE");
    try (InputStream file = Fixture.sample("categories.csv")) {
      categories.importCategories(file);
    }
    try (InputStream file = Fixture.sample("catalogue.csv")) {
      shop.importFile(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    }
    assertEquals(List.of(), shop.importFile(AWKWARD).getIssues());
  }

  /** Nobody is there who has its pictures. */
  @AfterEach
  void fetchNothing() {
    shop.execute("TRUNCATE picture_fetch");
  }

  @Test
  void anEmptyShopFilledFromAnExportExportsTheSameBytes() throws IOException {
    String first = export();
    assertTrue(first.lines().count() > 580, () -> first.lines().count() + " lines");
    shop.execute("TRUNCATE cart, product, brand, category CASCADE");
    ImportReport report = shop.importFile(first);
    assertEquals(List.of(), report.getIssues());
    assertEquals(first, export());
  }

  @Test
  void anExportChangesNothingWhereItCameFrom() throws IOException {
    String file = export();
    long products = shop.number("SELECT count(*) FROM product");
    String before = shop.fingerprint();
    ImportReport report = shop.importFile(file);
    assertEquals(List.of(), report.getIssues());
    assertEquals(products, report.getUnchanged());
    assertEquals(before, shop.fingerprint());
  }

  @Test
  void whatTheShopSoldSinceIsInTheExport() throws IOException {
    shop.execute("UPDATE product_variant SET available = 41 WHERE sku = 'RL-M'");
    String line =
        export().lines().filter(text -> text.contains(",RL-M,")).findFirst().orElseThrow();
    assertTrue(line.contains(",41,"), line);
  }

  private String export() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    exports.exportProducts(file);
    return file.toString(StandardCharsets.UTF_8);
  }
}
