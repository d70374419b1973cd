package shop.emporium.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nothing in the shop leads into a void: every link of its public pages is followed. */
@Tag("cluster")
class CrawlerClusterIT {

  private static final int DEPTH = 5;

  /** Far below what the sample catalogue has in one language; a smaller crawl saw only a part. */
  private static final int LEAST_PAGES = 300;

  @Test
  void everyLinkLeadsToAWholePageThatAnybodyMaySee() throws Exception {
    Crawl crawl = new Crawl(DEPTH);
    crawl.from(List.of("/", "/de/", "/en/"));
    assertThat(crawl.faults()).as("faults on %d addresses", crawl.seen()).isEmpty();
    assertThat(crawl.pages()).isGreaterThan(LEAST_PAGES);
  }
}
