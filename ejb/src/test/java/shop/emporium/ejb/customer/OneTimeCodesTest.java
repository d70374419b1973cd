package shop.emporium.ejb.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodesTest {

  /** The secret of the examples in RFC 6238. */
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  private final OneTimeCodes codes = new OneTimeCodes();

  @ParameterizedTest
  @CsvSource({
    "59,287082",
    "1111111109,081804",
    "1111111111,050471",
    "1234567890,005924",
    "2000000000,279037",
    "20000000000,353130"
  })
  void agreesWithTheStandard(long second, String code) {
    assertThat(codes.stepOf(SECRET, code, Instant.ofEpochSecond(second))).hasValue(second / 30);
  }

  @Test
  void takesTheCodeBeforeAndTheOneAfterAndNoOther() {
    Instant made = Instant.ofEpochSecond(1111111111);
    assertThat(codes.stepOf(SECRET, " 050 471 ", made.plusSeconds(30))).isPresent();
    assertThat(codes.stepOf(SECRET, "050471", made.minusSeconds(30))).isPresent();
    assertThat(codes.stepOf(SECRET, "050471", made.plusSeconds(60))).isEmpty();
    assertThat(codes.stepOf(SECRET, "050471", made.minusSeconds(90))).isEmpty();
  }

  @Test
  void tellsCodesFromCodesOnPaper() {
    assertThat(OneTimeCodes.isCode("123 456")).isTrue();
    assertThat(OneTimeCodes.isCode("1234567")).isFalse();
    assertThat(OneTimeCodes.isCode("aaaa-aaaa-aaaa-aaaa")).isFalse();
    assertThat(OneTimeCodes.isCode("")).isFalse();
  }
}
