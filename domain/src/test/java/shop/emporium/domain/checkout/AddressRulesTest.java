package shop.emporium.domain.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shop.emporium.domain.checkout.AddressFault.Kind;
import shop.emporium.domain.customer.PostalAddress;

class AddressRulesTest {

  @ParameterizedTest
  @CsvSource({
    "DE, 10115", "AT, 1010", "NL, 1012AB", "NL, 1012 ab", "GB, SW1A 1AA", "GB, m11ae",
        "CA, K1A 0B1",
    "PL, 00-001", "SE, 111 22", "SE, 11122", "IE, D02 AF30", "FR, 75001", "CH, 8001",
        "BR, whatever",
    "US, 20500-0001", "LV, LV-1010", "PT, 1000-001"
  })
  void letsPassWhatAParcelFinds(String country, String postalCode) {
    assertThat(AddressRules.faults(address(country, "A region", postalCode), Set.of(country)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "DE, 1011",
    "DE, 101155",
    "DE, D-10115",
    "AT, 0100",
    "NL, 1012",
    "GB, 12345",
    "CA, D1A 0B1",
    "PL, 00001",
    "US, 2050",
    "ES, 53001"
  })
  void saysWhatWouldDo(String country, String postalCode) {
    List<AddressFault> faults =
        AddressRules.faults(address(country, "A region", postalCode), Set.of(country));
    assertThat(faults).hasSize(1);
    assertThat(faults.get(0).part()).isEqualTo("postalCode");
    assertThat(faults.get(0).kind()).isEqualTo(Kind.FORM);
    assertThat(
            AddressRules.faults(
                address(country, "A region", faults.get(0).example()), Set.of(country)))
        .isEmpty();
  }

  @Test
  void missesWhatBelongsToAnAddress() {
    assertThat(AddressRules.faults(address("DE", "", ""), Set.of("DE")))
        .containsExactly(new AddressFault("postalCode", Kind.MISSING, "10115"));
    assertThat(AddressRules.faults(address("US", "", "20500"), Set.of("US")))
        .containsExactly(new AddressFault("region", Kind.MISSING, ""));
  }

  @Test
  void goesOnlyWhereTheShopSends() {
    assertThat(AddressRules.faults(address("CH", "", "8001"), Set.of("DE", "AT")))
        .containsExactly(new AddressFault("country", Kind.NOT_SERVED, ""));
  }

  private static PostalAddress address(String country, String region, String postalCode) {
    return new PostalAddress("Jo Doe", "Main St 1", "", "Town", region, postalCode, country, "");
  }
}
