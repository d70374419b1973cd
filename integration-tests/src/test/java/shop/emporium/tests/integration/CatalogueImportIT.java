package shop.emporium.tests.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import shop.emporium.ejb.catalog.CatalogService;
import shop.emporium.ejb.catalog.CatalogueFileException;
import shop.emporium.ejb.catalog.CategoryNode;
import shop.emporium.ejb.catalog.PictureService;
import shop.emporium.ejb.catalog.ProductDetails;
import shop.emporium.ejb.catalog.exchange.ImportChange;
import shop.emporium.ejb.catalog.exchange.ImportIssue;
import shop.emporium.ejb.catalog.exchange.ImportReport;

@Tag("integration")
@ExtendWith(ArquillianExtension.class)
class CatalogueImportIT {

  @Inject private CatalogService catalog;
  @Inject private PictureService pictures;
  @Inject private Fixture shop;

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
        List.of(3L, 4L, 5L, 6L),
        report.getIssues().stream().map(ImportIssue::line).sorted().toList());
    assertTrue(
        report.getIssues().stream()
            .anyMatch(issue -> issue.reason().equals("SKU SKU-A belongs to another product")));
  }

  /** A file in which each line has a fault of its own, between two that have none. */
  @Test
  void tellsEachKindOfFaultByItsLineAndTakesTheRest() {
    String tooLong = "x".repeat(300);
    ImportReport report =
        shop.add(
            "first,First,,V,Home,,,,FIRST,1,1.00,,active",
            ",No Handle,,V,Home,,,,SKU-3,1,1.00,,active",
            "!!!,No Letters,,V,Home,,,,SKU-4,1,1.00,,active",
            "untitled,,,V,Home,,,,SKU-5,1,1.00,,active",
            "wordy," + tooLong + ",,V,Home,,,,SKU-6,1,1.00,,active",
            "cheap,Cheap,,V,Home,,,,SKU-7,1,-5,,active",
            "words,Words,,V,Home,,,,SKU-8,1,ten,,active",
            "free,No Price,,V,Home,,,,SKU-9,1,,,active",
            "parts,Parts of a Cent,,V,Home,,,,SKU-10,1,1.005,,active",
            "former,Former,,V,Home,,,,SKU-11,1,1.00,dear,active",
            "many,Many,,V,Home,,,,SKU-12,lots,1.00,,active",
            "more,More,,V,Home,,,,SKU-13,99999999,1.00,,active",
            "gone,Gone,,V,Home,,,,SKU-14,1,1.00,,gone",
            "twice,Twice,,V,Home,,Size,S,SKU-15,1,1.00,,active",
            "twice,,,,,,,M,SKU-15,1,1.00,,",
            "thief,Thief,,V,Home,,,,FIRST,1,1.00,,active",
            "null,Nu\0ll,,V,Home,,,,SKU-18,1,1.00,,active",
            "last,Last,,V,Home,,,,LAST,1,1.00,,active");
    assertEquals(
        List.of(
            "3: Handle is empty",
            "4: No slug can be made of the name: !!!",
            "5: Title is empty",
            "6: Title is longer than 255 characters",
            "7: Variant Price \"-5\" is not an amount such as 12.34",
            "8: Variant Price \"ten\" is not an amount such as 12.34",
            "9: no row of free has a price",
            "10: Variant Price \"1.005\" is not an amount with at most 2 decimals",
            "11: Variant Compare At Price \"dear\" is not an amount such as 12.34",
            "12: Variant Inventory Qty \"lots\" is no number",
            "13: Variant Inventory Qty 99999999 is above 10000000",
            "14: Status \"gone\" is none of active, draft, archived",
            "16: SKU SKU-15 stands twice in one product",
            "17: SKU FIRST belongs to another product",
            "18: the row holds a null character"),
        report.getIssues().stream().map(issue -> issue.line() + ": " + issue.reason()).toList());
    assertEquals(3, report.getCreated());
    assertEquals(
        "first last twice",
        shop.text("SELECT string_agg(slug, ' ' ORDER BY slug) FROM product").orElseThrow());
  }

  @Test
  void aDryRunTellsWhatWouldChangeAndWritesNothing() {
    shop.add("lamp,Red Lamp,,Halden,Home,,,,LAMP,7,49.00,,active");
    String before = shop.fingerprint();
    ImportReport report =
        shop.preview(
            "lamp,Ruby Lamp,,Halden,Home,,,,LAMP,7,45.00,49.00,active",
            "vase,Vase,,Newbrand,Garden > Pots,,,,VASE,1,10.00,,active",
            "bad,Bad,,V,Home,,,,BAD,1,x,,active");
    assertEquals(1, report.getCreated());
    assertEquals(1, report.getUpdated());
    assertEquals(1, report.getIssueCount());
    assertEquals(List.of("lamp"), report.getChanges().stream().map(ImportChange::slug).toList());
    assertTrue(
        report.getChanges().get(0).fields().contains("title"),
        report.getChanges().get(0).toString());
    assertTrue(
        report.getChanges().get(0).fields().stream().anyMatch(field -> field.contains("LAMP")),
        report.getChanges().get(0).toString());
    assertEquals(before, shop.fingerprint());
  }

  @Test
  void theSameFileAgainWritesNothing() {
    String[] lines = {
      "shoe,Shoe,<p>Good</p>,Kestrel,Shoes,\"run, trail\",Size,41,S-41,3,96.00,120.00,active",
      "shoe,,,,,,,42,S-42,0,96.00,,",
      "lamp,Lamp,,Halden,Home,,,,LAMP,7,49.00,,draft"
    };
    shop.add(lines);
    String before = shop.fingerprint();
    ImportReport again = shop.add(lines);
    assertEquals(2, again.getUnchanged());
    assertEquals(0, again.getCreated() + again.getUpdated() + again.getIssueCount());
    assertEquals(before, shop.fingerprint());
  }

  @Test
  void aNewHandleOfTheSameArticlesIsTheSameProductUnderANewAddress() {
    shop.add("red-lamp,Red Lamp,,Halden,Home,,,,LAMP,7,49.00,,active");
    long id = shop.number("SELECT id FROM product");
    ImportReport report = shop.add("ruby-lamp,Red Lamp,,Halden,Home,,,,LAMP,7,49.00,,active");
    assertEquals(0, report.getCreated());
    assertEquals(0, report.getIssueCount());
    assertEquals(id, shop.number("SELECT id FROM product WHERE slug = 'ruby-lamp'"));
    assertEquals("ruby-lamp", catalog.slugAfter("red-lamp").orElseThrow());
    assertTrue(catalog.product("red-lamp").isEmpty());
  }

  @Test
  void categoriesOfAnyDepthAreMadeOnce() {
    String head = "Handle,Title,Product Category,Variant Price\n";
    ImportReport report =
        shop.importFile(
            head
                + "a,A,Home > Kitchen > Cups > Small,1\n"
                + "b,B,Home > Kitchen > Cups,1\n"
                + "c,C,Garden > Cups,1\n");
    assertEquals(6, report.getCategories());
    assertEquals(List.of(), report.getIssues());
    List<CategoryNode> top = catalog.categories(Locale.ENGLISH);
    CategoryNode home =
        top.stream().filter(node -> node.name().equals("Home")).findFirst().orElseThrow();
    assertEquals(2, home.products());
    CategoryNode cups = home.children().get(0).children().get(0);
    assertEquals("Cups", cups.name());
    assertEquals(2, cups.products());
    assertEquals(1, cups.children().get(0).products());
    assertEquals(0, shop.importFile(head + "d,D,home > kitchen,1\n").getCategories());
  }

  @Test
  void articlesWithoutANumberGetTheSameOneEachTime() {
    String[] lines = {"mug,Mug,,V,Home,,Colour,Red,,3,9.00,,active", "mug,,,,,,,Blue,,3,9.00,,"};
    shop.add(lines);
    String skus =
        shop.text("SELECT string_agg(sku, ' ' ORDER BY sku) FROM product_variant").orElseThrow();
    assertEquals("MUG-BLUE MUG-RED", skus);
    assertEquals(1, shop.add(lines).getUnchanged());
  }

  @Test
  void whatIsNotPublishedIsNotShown() {
    shop.importFile(
        """
        Handle,Title,Variant Price,Published,Status
        hidden,Hidden,1,false,active
        draft,Draft,1,true,draft
        old,Old,1,true,archived
        open,Open,1,true,active
        """);
    assertEquals(4, shop.number("SELECT count(*) FROM product"));
    assertTrue(catalog.product("open").isPresent());
    for (String slug : List.of("hidden", "draft", "old")) {
      assertTrue(catalog.product(slug).isEmpty(), slug);
    }
  }

  @Test
  void harmfulHtmlIsTakenOut() {
    shop.importFile(
        """
        Handle,Title,Variant Price,Body (HTML)
        lamp,Lamp,1,"<p onclick=""x()"">Warm <b>light</b></p><script>steal()</script>\
        <a href=""javascript:steal()"">x</a><img src=x onerror=steal()>"
        """);
    String description = catalog.product("lamp").orElseThrow().description();
    assertTrue(description.contains("<b>light</b>"), description);
    for (String harm : List.of("onclick", "script", "javascript", "onerror", "steal")) {
      assertFalse(description.contains(harm), description);
    }
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
