package shop.emporium.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PasskeyTest {

  private static final Instant NOW = Instant.parse("2026-11-25T20:15:00Z");

  private final Customer jo =
      new Customer(
          EmailAddress.parse("jo@example.com").orElseThrow(),
          "Jo",
          "hash",
          Locale.ENGLISH,
          Role.SHOPPER,
          NOW);

  private final Passkey passkey =
      new Passkey(jo, new byte[] {1}, new byte[32], new byte[] {2}, "Phone", NOW);

  @Test
  void hasNotBeenUsedWhenItIsNew() {
    assertThat(passkey.getLastUsedAt()).isEmpty();
    assertThat(passkey.getSignCount()).isZero();
    assertThat(passkey.getTransports()).isEmpty();
  }

  @Test
  void isReachedByWhatFits() {
    passkey.reachBy(List.of("internal", "x".repeat(95), "hybrid"));
    assertThat(passkey.getTransports()).containsExactly("internal", "hybrid");
  }

  @Test
  void givesAwayCopiesOnly() {
    passkey.getCredential()[0] = 9;
    assertThat(passkey.getCredential()).containsExactly(2);
  }
}
