package shop.emporium.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SignInTest {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final Instant LATER = NOW.plus(Duration.ofHours(2));

  private final Customer jo =
      new Customer(
          EmailAddress.parse("jo@example.com").orElseThrow(),
          "Jo",
          "hash",
          Locale.ENGLISH,
          Role.SHOPPER,
          NOW);
  private final SignIn signIn = new SignIn(jo, "Browser", "203.0.113.7", NOW);

  @Test
  void lastsAnHourUnlessItIsUsed() {
    assertThat(signIn.isLive(NOW.plus(SignIn.LIFETIME).minusMillis(1))).isTrue();
    assertThat(signIn.isLive(NOW.plus(SignIn.LIFETIME))).isFalse();
  }

  @Test
  void lastsForSixtyDaysInABrowserThatStaysSignedIn() {
    signIn.remember(NOW);
    assertThat(signIn.isRemembered()).isTrue();
    assertThat(signIn.isLive(NOW.plus(Duration.ofDays(59)))).isTrue();
    assertThat(signIn.isLive(NOW.plus(Duration.ofDays(60)))).isFalse();
  }

  @Test
  void replacesTheSecretAtEachUse() {
    RememberToken first = signIn.remember(NOW);
    RememberToken second = signIn.renew(first, LATER).orElseThrow();
    RememberToken third = signIn.renew(second, LATER.plus(Duration.ofDays(50))).orElseThrow();
    assertThat(second.value()).isNotEqualTo(first.value());
    assertThat(third.value()).isNotIn(first.value(), second.value());
    assertThat(third.seriesHash()).isEqualTo(first.seriesHash());
    assertThat(signIn.isLive(LATER.plus(Duration.ofDays(100)))).isTrue();
  }

  @Test
  void givesTheSameNewSecretAgainToWhoAsksWithTheOldOneAtOnce() {
    RememberToken first = signIn.remember(NOW);
    RememberToken second = signIn.renew(first, LATER).orElseThrow();
    assertThat(signIn.renew(first, LATER.plusSeconds(59)).orElseThrow().value())
        .isEqualTo(second.value());
    assertThat(signIn.renew(second, LATER.plusSeconds(59))).isPresent();
  }

  @Test
  void endsWhenAnOldSecretComesBackLater() {
    RememberToken first = signIn.remember(NOW);
    RememberToken second = signIn.renew(first, LATER).orElseThrow();
    assertThat(signIn.renew(first, LATER.plus(SignIn.GRACE))).isEmpty();
    assertThat(signIn.isLive(LATER.plus(SignIn.GRACE))).isFalse();
    assertThat(signIn.renew(second, LATER.plus(SignIn.GRACE))).isEmpty();
  }

  @Test
  void endsWhenASecretComesBackThatWasReplacedTwice() {
    RememberToken first = signIn.remember(NOW);
    RememberToken second = signIn.renew(first, LATER).orElseThrow();
    signIn.renew(second, LATER.plusSeconds(1));
    assertThat(signIn.renew(first, LATER.plusSeconds(2))).isEmpty();
    assertThat(signIn.isLive(LATER.plusSeconds(2))).isFalse();
  }

  @Test
  void opensNothingWhenItHasEnded() {
    RememberToken first = signIn.remember(NOW);
    signIn.revoke(NOW);
    assertThat(signIn.renew(first, NOW)).isEmpty();
  }
}
