package shop.emporium.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryEstimateTest {

  /** The clock tells UTC; Berlin is an hour ahead in winter and two in summer. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "2026-11-25T12:59:59Z, true, 2026-11-27, 2026-11-28",
    "2026-11-25T13:00:00Z, false, 2026-11-28, 2026-11-30",
    "2026-11-27T09:00:00Z, true, 2026-11-30, 2026-12-01",
    "2026-11-28T23:30:00Z, false, 2026-12-02, 2026-12-03",
    "2026-11-29T08:00:00Z, false, 2026-12-02, 2026-12-03",
    "2026-07-15T11:59:00Z, true, 2026-07-17, 2026-07-18",
    "2026-07-15T12:00:00Z, false, 2026-07-18, 2026-07-20",
    "2026-04-02T08:00:00Z, true, 2026-04-07, 2026-04-08",
    "2026-04-03T08:00:00Z, false, 2026-04-08, 2026-04-09",
    "2026-12-24T08:00:00Z, true, 2026-12-29, 2026-12-30",
  })
  void aParcelTakesTwoToThreeWorkingDays(
      Instant now, boolean today, LocalDate earliest, LocalDate latest) {
    assertThat(DeliveryEstimate.at(Clock.fixed(now, ZoneOffset.UTC)))
        .isEqualTo(new DeliveryEstimate(today, earliest, latest));
  }

  @ParameterizedTest(name = "{0} to {1} days")
  @CsvSource({
    "0, 0, 2026-11-27, 2026-11-27",
    "1, 1, 2026-11-28, 2026-11-28",
    "1, 4, 2026-11-28, 2026-12-02"
  })
  void anotherWayTakesAsLongAsItSays(
      int fastest, int slowest, LocalDate earliest, LocalDate latest) {
    Clock friday = Clock.fixed(Instant.parse("2026-11-27T09:00:00Z"), ZoneOffset.UTC);
    assertThat(DeliveryEstimate.at(friday, fastest, slowest))
        .isEqualTo(new DeliveryEstimate(true, earliest, latest));
  }

  @Test
  void noWayIsFasterThanAtOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DeliveryEstimate.at(Clock.systemUTC(), -1, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DeliveryEstimate.at(Clock.systemUTC(), 2, 1));
  }
}
