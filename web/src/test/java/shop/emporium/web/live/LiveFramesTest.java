package shop.emporium.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import shop.emporium.ejb.catalog.Offer;

class LiveFramesTest {

  private static final Money NOW = Money.parse("EUR 1096.50");

  @Test
  void tellStockExactlyAndInTheWordsOfPages() {
    assertThat(LiveFrames.stock(new Offer("A\"1", 1, NOW, null, 2)))
        .isEqualTo("{\"type\":\"stock\",\"sku\":\"A\\\"1\",\"available\":2,\"level\":\"LOW\"}");
    assertThat(LiveFrames.gone("A")).isEqualTo(LiveFrames.stock(new Offer("A", 1, NOW, null, 0)));
  }

  @Test
  void tellPricesForProgramsAndAsPagesOfALanguageShowThem() {
    Offer sale = new Offer("A", 1, NOW, Money.parse("EUR 2193.00"), 9);
    assertThat(LiveFrames.price(sale, Locale.ENGLISH))
        .isEqualTo(
            "{\"type\":\"price\",\"sku\":\"A\",\"price\":{\"amount\":\"1096.50\",\"currency\":\"EUR\"},"
                + "\"text\":\"€1,096.50\",\"formerText\":\"€2,193.00\",\"discount\":50,"
                + "\"former\":{\"amount\":\"2193.00\",\"currency\":\"EUR\"}}");
    assertThat(LiveFrames.price(new Offer("A", 1, NOW, null, 9), Locale.GERMAN))
        .contains("\"text\":\"1.096,50\u00a0€\"", "\"formerText\":\"\"", "\"discount\":0")
        .doesNotContain("\"former\":");
  }

  @Test
  void tellAsWhomASocketListens() {
    assertThat(LiveFrames.hello(true, false))
        .isEqualTo("{\"type\":\"hello\",\"signedIn\":true,\"cart\":false}");
    assertThat(LiveFrames.wishlist(3, 7)).isEqualTo("{\"type\":\"wishlist\",\"count\":3,\"at\":7}");
  }
}
