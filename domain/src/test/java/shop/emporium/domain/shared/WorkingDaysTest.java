package shop.emporium.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2027-03-28",
        "2028-04-16",
        "2038-04-25",
        "2049-04-18",
        "2076-04-19",
        "2285-03-22"
      })
  void easterIsWhereTheChurchHasIt(LocalDate sunday) {
    assertThat(WorkingDays.easter(sunday.getYear())).isEqualTo(sunday);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-01", "2026-04-03", "2026-04-06", "2026-05-01", "2026-05-14", "2026-05-25",
        "2026-10-03", "2026-12-25", "2026-12-26", "2024-05-09", "2024-05-20", "2026-11-29"
      })
  void holidaysAndSundaysAreNoWorkingDays(LocalDate day) {
    assertThat(WorkingDays.contains(day)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-28",
        "2026-12-24",
        "2026-12-31",
        "2026-04-04",
        "2026-06-04",
        "2026-10-31"
      })
  void saturdaysAndHolidaysOfSomeStatesAreWorkingDays(LocalDate day) {
    assertThat(WorkingDays.contains(day)).isTrue();
  }

  @Test
  void daysAreCountedOverAHolidayAndASunday() {
    LocalDate wednesday = LocalDate.parse("2026-12-23");
    assertThat(WorkingDays.after(wednesday, 1)).isEqualTo("2026-12-24");
    assertThat(WorkingDays.after(wednesday, 2)).isEqualTo("2026-12-28");
    assertThat(WorkingDays.after(LocalDate.parse("2026-12-31"), 1)).isEqualTo("2027-01-02");
  }
}
