package shop.emporium.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import shop.emporium.domain.shared.Secret;

class CustomerTokenTest {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  private final EmailAddress email = EmailAddress.parse("jo@example.com").orElseThrow();
  private final Customer jo = new Customer(email, "Jo", "hash", Locale.ENGLISH, Role.SHOPPER, NOW);

  @Test
  void isGoodForOneUse() {
    CustomerToken token = CustomerToken.toConfirm(jo, Secret.random(), NOW);
    token.use(NOW.plusSeconds(1));
    assertThat(token.isGood(NOW.plusSeconds(1))).isFalse();
    assertThatIllegalStateException().isThrownBy(() -> token.use(NOW.plusSeconds(2)));
  }

  @Test
  void runsOutAfterThirtyMinutesWhenItOpensTheAccount() {
    CustomerToken token = CustomerToken.toReset(jo, Secret.random(), NOW);
    Instant end = NOW.plus(Duration.ofMinutes(30));
    assertThat(token.isGood(end.minusMillis(1))).isTrue();
    assertThat(token.isGood(end)).isFalse();
    assertThatIllegalStateException().isThrownBy(() -> token.use(end));
  }

  @Test
  void knowsWhereToMove() {
    assertThat(CustomerToken.toMove(jo, email, Secret.random(), NOW).getNewEmail()).contains(email);
    assertThat(CustomerToken.toConfirm(jo, Secret.random(), NOW).getNewEmail()).isEmpty();
  }
}
