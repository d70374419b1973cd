package shop.emporium.web.wishlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WishCookieTest {

  @Test
  void keepsArticleNumbersOfAnyKindInAValueThatNeedsNoEscaping() {
    List<String> skus = List.of("LAMP", "A;B=\"C\", D", "Größe 42");
    String value = "";
    for (String sku : skus) {
      value = WishCookie.with(WishCookie.parse(value), sku);
    }
    assertThat(value).matches("[A-Za-z0-9_-]+");
    assertThat(WishCookie.parse(value)).isEqualTo(skus);
  }

  @Test
  void keepsTheNewestOfTooManyAndEachOnce() {
    String value = "";
    for (int i = 0; i < WishCookie.MOST + 3; i++) {
      value = WishCookie.with(WishCookie.parse(value), "SKU-" + i);
      value = WishCookie.with(WishCookie.parse(value), "SKU-" + i);
    }
    assertThat(WishCookie.parse(value)).hasSize(WishCookie.MOST).endsWith("SKU-12");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%%%", "a b", "LAMP\u0000"})
  void whatIsNoSuchValueHoldsNothing(String value) {
    assertThat(WishCookie.parse(value)).isEmpty();
  }

  @Test
  void numbersThatCannotBeOnesAreLeftOut() {
    assertThat(WishCookie.parse(encoded("ok\n\n \na\tb\n" + "x".repeat(101))))
        .containsExactly("ok");
    assertThat(WishCookie.parse(encoded("x\n".repeat(50)))).hasSize(WishCookie.MOST);
    assertThat(WishCookie.parse("A".repeat(100_000))).isEmpty();
    assertThat(WishCookie.parse(null)).isEmpty();
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
