package shop.emporium.domain.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class GiftCardCodeTest {

  @RepeatedTest(20)
  void isReadAsItIsPrinted() {
    GiftCardCode code = GiftCardCode.random();
    assertThat(code.value()).matches("([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}");
    assertThat(GiftCardCode.parse(code.value())).contains(code);
    assertThat(GiftCardCode.parse(code.value()).orElseThrow().hash())
        .isEqualTo(code.hash())
        .hasSize(32);
    assertThat(code.value()).endsWith(code.lastFour());
  }

  @Test
  void isReadAsPeopleTypeIt() {
    GiftCardCode code = GiftCardCode.parse("0123-4567-89AB-CDEF-GHJ1").orElseThrow();
    assertThat(GiftCardCode.parse(" o1234567 89ab–cdef ghjI ")).contains(code);
    assertThat(GiftCardCode.parse("O L23-4567-89AB-CDEF-GHJl")).contains(code);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "0123", "0123-4567-89AB-CDEF-GHJ12", "0123-4567-89AB-CDEF-GHJU"})
  void isNothingElse(String typed) {
    assertThat(GiftCardCode.parse(typed)).isEmpty();
  }

  @Test
  void isReadNoLongerThanItCanBe() {
    assertThat(GiftCardCode.parse(" ".repeat(60) + "0123456789ABCDEFGHJ1")).isEmpty();
  }

  @Test
  void doesNotEndUpInALog() {
    GiftCardCode code = GiftCardCode.parse("0123-4567-89AB-CDEF-GHJ1").orElseThrow();
    assertThat(code).hasToString("GiftCardCode[…GHJ1]");
  }
}
