package shop.emporium.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostalAddressTest {

  @Test
  void hasNoSpaceAroundItsPartsAndNothingIsNull() {
    assertThat(new PostalAddress(" Jo ", "Main St 1 ", null, " Berlin", null, "10115", "de", null))
        .isEqualTo(new PostalAddress("Jo", "Main St 1", "", "Berlin", "", "10115", "DE", ""));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  ", "a\nb", "a\0b"})
  void needsANameAStreetAndACity(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> address(text, "Main St 1", "Berlin"));
    assertThatIllegalArgumentException().isThrownBy(() -> address("Jo", text, "Berlin"));
    assertThatIllegalArgumentException().isThrownBy(() -> address("Jo", "Main St 1", text));
  }

  @Test
  void keepsToItsBounds() {
    assertThat(address("x".repeat(100), "Main St 1", "Berlin").name()).hasSize(100);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> address("x".repeat(101), "Main St 1", "Berlin"));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "D", "DEU", "ZZ", "12"})
  void isInACountry(String country) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PostalAddress("Jo", "Main St 1", "", "Berlin", "", "", country, ""));
    assertThat(PostalAddress.isCountry(country)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"call me", "+49 30 <b>", "1234567890123456789012345678901"})
  void hasATelephoneNumberOrNone(String phone) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PostalAddress("Jo", "Main St 1", "", "Berlin", "", "", "DE", phone));
  }

  private static PostalAddress address(String name, String line1, String city) {
    return new PostalAddress(name, line1, "", city, "", "", "DE", "+49 (30) 123-45/6");
  }
}
