package shop.emporium.domain.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class OpeningHoursTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final OpeningHours USUAL =
      OpeningHours.parse("Mo-Sa 08:00-20:00", "Europe/Berlin");

  @Test
  void isOpenFromTheFirstMomentToTheOneBeforeTheLast() {
    assertThat(USUAL.isOpen(berlin("2026-11-26T08:00"))).isTrue();
    assertThat(USUAL.isOpen(berlin("2026-11-26T07:59:59"))).isFalse();
    assertThat(USUAL.isOpen(berlin("2026-11-26T19:59:59"))).isTrue();
    assertThat(USUAL.isOpen(berlin("2026-11-26T20:00"))).isFalse();
    assertThat(USUAL.isOpen(berlin("2026-11-29T12:00"))).as("a Sunday").isFalse();
  }

  @Test
  void opensTheNextTimeOnADayThatIsNotClosed() {
    assertThat(USUAL.nextOpening(berlin("2026-11-28T21:00")))
        .contains(LocalDateTime.parse("2026-11-30T08:00").atZone(BERLIN));
    assertThat(USUAL.nextOpening(berlin("2026-11-26T05:00")))
        .contains(LocalDateTime.parse("2026-11-26T08:00").atZone(BERLIN));
    assertThat(USUAL.nextOpening(berlin("2026-11-26T08:00")))
        .as("it is open: the time after this")
        .contains(LocalDateTime.parse("2026-11-27T08:00").atZone(BERLIN));
    assertThat(OpeningHours.parse("Mo-Su closed", "Europe/Berlin").nextOpening(Instant.EPOCH))
        .isEmpty();
  }

  @Test
  void saysWhenItCloses() {
    assertThat(USUAL.closesAfter(berlin("2026-11-26T12:00")))
        .contains(LocalDateTime.parse("2026-11-26T20:00").atZone(BERLIN));
    assertThat(USUAL.closesAfter(berlin("2026-11-26T21:00"))).isEmpty();
  }

  @Test
  void isClosedOnDaysOfAYearAndOfEachYear() {
    OpeningHours hours =
        OpeningHours.parse(
            "Mo-Fr 08:00-20:00; Sa,Su 10:00-16:00; 12-25, 12-26,2026-12-31 closed",
            "Europe/Berlin");
    assertThat(hours.isOpen(berlin("2026-12-25T12:00"))).isFalse();
    assertThat(hours.isOpen(berlin("2031-12-26T12:00"))).isFalse();
    assertThat(hours.isOpen(berlin("2026-12-31T12:00"))).isFalse();
    assertThat(hours.isOpen(berlin("2027-12-31T12:00"))).isTrue();
    assertThat(hours.nextOpening(berlin("2026-12-24T21:00")))
        .contains(LocalDateTime.parse("2026-12-27T10:00").atZone(BERLIN));
    assertThat(hours.spanOn(LocalDate.parse("2026-12-25"))).isEmpty();
  }

  @Test
  void keepsTheClocksOfTheShopWhenTheyArePutForwardAndBack() {
    assertThat(USUAL.isOpen(Instant.parse("2026-03-28T07:00:00Z"))).as("winter, 8:00").isTrue();
    assertThat(USUAL.isOpen(Instant.parse("2026-03-28T06:59:00Z"))).isFalse();
    assertThat(USUAL.isOpen(Instant.parse("2026-03-30T06:00:00Z"))).as("summer, 8:00").isTrue();
    assertThat(USUAL.isOpen(Instant.parse("2026-10-26T06:30:00Z"))).as("7:30").isFalse();
    OpeningHours night = OpeningHours.parse("Su 02:30-04:00", "Europe/Berlin");
    assertThat(night.nextOpening(berlin("2026-03-28T12:00")).map(ZonedDateTime::toInstant))
        .as("there is no half past two on that day")
        .contains(Instant.parse("2026-03-29T01:30:00Z"));
    assertThat(night.isOpen(Instant.parse("2026-10-25T01:30:00Z"))).as("the second 2:30").isTrue();
  }

  @Test
  void isToldOnTheClocksOfAnotherPlace() {
    Instant noon = berlin("2026-11-26T12:00");
    OpeningHours.Span tokyo = USUAL.todayIn(ZoneId.of("Asia/Tokyo"), noon).orElseThrow();
    assertThat(tokyo.from().toLocalDateTime()).isEqualTo("2026-11-26T16:00");
    assertThat(tokyo.until().toLocalDateTime()).isEqualTo("2026-11-27T04:00");
    OpeningHours.Span angeles = USUAL.todayIn(ZoneId.of("America/Los_Angeles"), noon).orElseThrow();
    assertThat(angeles.from().toLocalDateTime()).isEqualTo("2026-11-26T23:00");
    assertThat(USUAL.todayIn(BERLIN, berlin("2026-11-29T12:00"))).isEmpty();
    OpeningHours always = OpeningHours.parse("Mo-Su 00:00-24:00", "Europe/Berlin");
    assertThat(always.isOpen(berlin("2026-11-26T23:59:59"))).isTrue();
    assertThat(always.week().get(DayOfWeek.MONDAY).isWholeDay()).isTrue();
    assertThat(USUAL.week().get(DayOfWeek.MONDAY).isWholeDay()).isFalse();
    assertThat(always.todayIn(BERLIN, noon).orElseThrow().until().toLocalDateTime())
        .isEqualTo("2026-11-27T00:00");
  }

  @Test
  void isReadAsPeopleWriteIt() {
    OpeningHours german = OpeningHours.parse(" Di-Do 9:00–17:30 ;So,Mo 10:00-12:00; ", "UTC");
    assertThat(german.week())
        .containsOnlyKeys(
            DayOfWeek.TUESDAY,
            DayOfWeek.WEDNESDAY,
            DayOfWeek.THURSDAY,
            DayOfWeek.SUNDAY,
            DayOfWeek.MONDAY);
    assertThat(german.week().get(DayOfWeek.TUESDAY).opens()).isEqualTo("09:00");
    assertThat(german.week().get(DayOfWeek.TUESDAY).closes()).isEqualTo("17:30");
    assertThat(OpeningHours.parse("Sa-Mo 10:00-12:00", "UTC").week())
        .containsOnlyKeys(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY, DayOfWeek.MONDAY);
    assertThat(OpeningHours.parse("Mo-Su 10:00-12:00; We closed", "UTC").week()).hasSize(6);
  }

  @Test
  void whatCannotBeReadIsSaid() {
    assertFault("Mo-Sa", "write days and then hours");
    assertFault("Mo-Sa 8-20", "write 08:00-20:00 or closed");
    assertFault("Mo-Xx 08:00-20:00", "'Xx' is no day of the week");
    assertFault("Monday 08:00-20:00", "is no day");
    assertFault("Mo 20:00-08:00", "end later than they begin");
    assertFault("Mo 08:00-24:30", "end later than they begin");
    assertFault("02-30 closed", "is no day");
    assertFault("12-24 08:00-12:00", "a date can only be closed");
    assertFault("  ", "1 to 1000 characters");
    assertThatThrownBy(() -> OpeningHours.parse("Mo 08:00-20:00", "Berlin"))
        .hasMessage("'Berlin' is no time zone; write one such as Europe/Berlin");
  }

  private static void assertFault(String text, String why) {
    assertThatThrownBy(() -> OpeningHours.parse(text, "UTC"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  private static Instant berlin(String local) {
    return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
  }
}
