package shop.emporium.domain.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContactHoursTest {

  @Test
  void aDayThatGoesOnComesFirst() {
    Instant thursday = Instant.parse("2026-11-26T12:00:00Z");
    List<ContactHours.Opening> next = ContactHours.from(thursday, 2);
    assertThat(next).hasSize(2);
    assertThat(next.get(0).contains(thursday)).isTrue();
    assertThat(next.get(0).from()).isEqualTo("2026-11-26T07:00:00Z");
    assertThat(next.get(1).from()).isEqualTo("2026-11-27T07:00:00Z");
  }

  @Test
  void theMomentOfClosingIsClosed() {
    Instant closing = Instant.parse("2026-11-26T19:00:00Z");
    ContactHours.Opening next = ContactHours.from(closing, 1).get(0);
    assertThat(next.contains(closing)).isFalse();
    assertThat(next.from()).isEqualTo("2026-11-27T07:00:00Z");
  }

  @Test
  void sundaysAndHolidaysAreLeftOut() {
    // Christmas is on a Friday and a Saturday.
    assertThat(ContactHours.from(Instant.parse("2026-12-24T20:00:00Z"), 1))
        .extracting(ContactHours.Opening::from)
        .containsExactly(Instant.parse("2026-12-28T07:00:00Z"));
  }

  @Test
  void summerTimeIsThatOfBerlin() {
    assertThat(ContactHours.from(Instant.parse("2026-07-01T05:59:00Z"), 1).get(0).from())
        .isEqualTo("2026-07-01T06:00:00Z");
  }
}
