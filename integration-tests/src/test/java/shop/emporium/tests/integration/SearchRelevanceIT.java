package shop.emporium.tests.integration;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import shop.emporium.ejb.catalog.CatalogService;
import shop.emporium.ejb.catalog.ListingQuery;
import shop.emporium.ejb.catalog.ProductPage;
import shop.emporium.ejb.catalog.ProductSummary;
import shop.emporium.ejb.catalog.SortOrder;
import shop.emporium.ejb.catalog.exchange.CatalogueImportService;
import shop.emporium.ejb.catalog.exchange.CategoryImportService;
import shop.emporium.ejb.catalog.exchange.SynonymService;

/** Whoever searches the sample catalogue finds first what he means, by the table searches.csv. */
@Tag("integration")
@ExtendWith(ArquillianExtension.class)
class SearchRelevanceIT {

  /** A table that lost its lines must not pass. */
  private static final int LEAST_SEARCHES = 60;

  private static final int SHOWN = 5;

  /** The catalogue is loaded once for all tests of this class, inside the server. */
  private static boolean isLoaded;

  @Inject private CatalogService catalog;
  @Inject private CatalogueImportService imports;
  @Inject private CategoryImportService categoryImports;
  @Inject private SynonymService synonyms;
  @Inject private Fixture shop;

  @BeforeEach
  void load() throws IOException {
    if (isLoaded) {
      return;
    }
    shop.execute("TRUNCATE cart, product, brand, category CASCADE");
    try (InputStream products = Fixture.sample("catalogue.csv");
        InputStream categories = Fixture.sample("categories.csv");
        InputStream meanings = Fixture.sample("synonyms.csv")) {
      assertThat(imports.importProducts(products).getIssues()).isEmpty();
      assertThat(categoryImports.importCategories(categories).getIssues()).isEmpty();
      assertThat(synonyms.replace(meanings).getIssues()).isEmpty();
    }
    isLoaded = true;
  }

  @Test
  void everySearchOfTheTableFindsFirstWhatIsMeant() throws IOException {
    List<String> failures = new ArrayList<>();
    int searches = 0;
    try (CsvReader<NamedCsvRecord> table =
        CsvReader.builder().ofNamedCsvRecord(Fixture.sample("searches.csv"))) {
      for (NamedCsvRecord line : table) {
        Set<String> wanted = Set.of((line.getField("first") + line.getField("among")).split("\\|"));
        List<String> found =
            find(line.getField("query")).items().stream().map(ProductSummary::slug).toList();
        if (found.isEmpty() || !wanted.contains(found.get(0))) {
          failures.add("%s: wanted %s, found %s".formatted(line.getField("query"), wanted, found));
        }
        searches++;
      }
    }
    assertThat(failures).as("of %d searches", searches).isEmpty();
    assertThat(searches).isGreaterThanOrEqualTo(LEAST_SEARCHES);
  }

  @Test
  void aMisspeltWordIsTakenForTheOneThatWasMeant() {
    assertThat(find("headfones").meant()).isEqualTo("headphones");
    assertThat(find("headphones").meant()).isNull();
  }

  private ProductPage find(String words) {
    return catalog.list(
        new ListingQuery(
            words,
            null,
            Set.of(),
            null,
            null,
            false,
            false,
            null,
            Map.of(),
            SortOrder.RELEVANCE,
            1,
            SHOWN));
  }
}
