package shop.emporium.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CustomerTest {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  private final EmailAddress email = EmailAddress.parse("Jo@example.com").orElseThrow();
  private final Customer jo =
      new Customer(email, " Jo Doe ", "hash", Locale.ENGLISH, Role.ADMIN, NOW);

  @Test
  void isNotConfirmedUntilALinkComesBack() {
    assertThat(jo.isConfirmed()).isFalse();
    jo.confirm(NOW);
    assertThat(jo.isConfirmed()).isTrue();
  }

  @Test
  void hasANameWithoutSpaceAroundIt() {
    assertThat(jo.getName()).isEqualTo("Jo Doe");
    jo.rename(" Jo ");
    assertThat(jo.getName()).isEqualTo("Jo");
  }

  @Test
  void movesToAnAddressThatIsConfirmedByThat() {
    EmailAddress other = EmailAddress.parse("jo@elsewhere.example").orElseThrow();
    assertThat(jo.moveTo(other, NOW)).isEqualTo(email);
    assertThat(jo.getEmail()).isEqualTo(other);
    assertThat(jo.isConfirmed()).isTrue();
  }

  @Test
  void isNobodyOnceErased() {
    jo.confirm(NOW);
    jo.erase(NOW);
    assertThat(jo.isErased()).isTrue();
    assertThat(jo.getName()).isEmpty();
    assertThat(jo.getEmail().text()).doesNotContain("Jo").endsWith("@erased.invalid");
    assertThat(jo.getPasswordHash()).isEmpty();
    assertThat(jo.getRole()).isEqualTo(Role.SHOPPER);
    assertThat(jo.isConfirmed()).isFalse();
  }
}
