package shop.emporium.tests.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import shop.emporium.ejb.catalog.CatalogService;
import shop.emporium.ejb.catalog.CatalogueFileException;
import shop.emporium.ejb.catalog.PictureService;
import shop.emporium.ejb.catalog.ProductDetails;
import shop.emporium.ejb.catalog.exchange.ImportIssue;
import shop.emporium.ejb.catalog.exchange.ImportReport;

@Tag("integration")
@ExtendWith(ArquillianExtension.class)
class CatalogueImportIT {

  @Inject private CatalogService catalog;
  @Inject private PictureService pictures;
  @Inject private Fixture shop;

  @Deployment
  static EnterpriseArchive ear() {
    return ShopArchive.with(CatalogueImportIT.class);
  }

  @BeforeEach
  void empty() {
    shop.execute("TRUNCATE cart, product, brand, category, picture CASCADE");
  }

  @Test
  void updatesInsteadOfDoublingWhenRepeated() {
    String line =
        "lamp,Red Lamp,<p>Bright</p>,Halden,Home,new,Title,Default Title,LAMP,7,49.00,,active";
    assertEquals(1, shop.add(line).getCreated());
    ImportReport again = shop.add(line.replace("49.00,", "45.00,49.00").replace("Red", "Ruby"));
    assertEquals(0, again.getCreated());
    assertEquals(1, again.getUpdated());
    ProductDetails lamp = catalog.product("lamp").orElseThrow();
    assertEquals("Ruby Lamp", lamp.name());
    assertEquals(Money.parse("EUR 45.00"), lamp.variants().get(0).price());
    assertEquals(1, shop.number("SELECT count(*) FROM product_variant"));
    assertEquals(
        1,
        shop.number(
            "SELECT count(*) FROM search_document WHERE words @@ to_tsquery('english', 'ruby')"));
  }

  @Test
  void readsBomLineBreaksInQuotesAndCrlf() {
    ImportReport report =
        shop.importFile(
            "\ufeffTitle,Handle,Variant Price,Body (HTML),Unknown\r\n\"Big \"\"B\"\" Lamp\",big,\"9.50\",\"<p>one\r\ntwo</p>\",x\r\n");
    assertEquals(List.of(), report.getIssues());
    assertEquals("Big \"B\" Lamp", catalog.product("big").orElseThrow().name());
  }

  @Test
  void reportsEachFaultByLineAndTakesTheRest() {
    ImportReport report =
        shop.add(
            "a,A,,V,Home,,,,SKU-A,1,1.00,,active",
            ",No Handle,,V,Home,,,,SKU-X,1,1.00,,active",
            "b,B,,V,Home,,,,SKU-A,1,1.00,,active",
            "c,C,,V,Home,,,,SKU-C,1,-5,,active",
            "d,D,,V,Home,,,,SKU-D,1,1.00,,gone",
            "e,E,,V,Home,,,,SKU-E,1,1.00,,active");
    assertEquals(2, report.getCreated());
    assertEquals(
        List.of(3L, 4L, 5L, 5L, 6L),
        report.getIssues().stream().map(ImportIssue::line).sorted().toList());
    assertTrue(
        report.getIssues().stream()
            .anyMatch(issue -> issue.reason().equals("SKU SKU-A belongs to another product")));
  }

  @Test
  void refusesWhatIsNoProductFile() {
    for (String file : List.of("", "a,b\n1,2\n", "\0\0\0", "{\"json\":true}")) {
      assertThrows(CatalogueFileException.class, () -> shop.importFile(file));
    }
  }

  @Test
  void storesAPictureOnceAndOnlyIfItIsOne() {
    byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);
    String hash = pictures.store("lamp.svg", svg);
    assertEquals(hash, pictures.store("same.svg", svg));
    assertEquals(1, shop.number("SELECT count(*) FROM picture"));
    assertEquals("image/svg+xml", pictures.find(hash).orElseThrow().contentType());
    byte[] program = "MZ....".getBytes(StandardCharsets.UTF_8);
    assertThrows(CatalogueFileException.class, () -> pictures.store("evil.webp", program));
  }
}
