package shop.emporium.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import shop.emporium.domain.shared.DeliveryEstimate;

class DeliveryWordsTest {

  private static final DeliveryEstimate TODAY =
      new DeliveryEstimate(true, LocalDate.parse("2026-11-27"), LocalDate.parse("2026-11-28"));

  private static final DeliveryEstimate LATER =
      new DeliveryEstimate(false, LocalDate.parse("2026-11-30"), LocalDate.parse("2026-12-01"));

  @Test
  void theHourIsSaidWhileItHelps() {
    assertThat(DeliveryWords.promise(TODAY, Locale.ENGLISH))
        .isEqualTo("Order today by 2 pm: with you Fri 27 – Sat 28 November");
    assertThat(DeliveryWords.promise(TODAY, Locale.GERMAN))
        .isEqualTo("Heute bis 14 Uhr bestellt: bei Ihnen Fr. 27. – Sa. 28. November");
  }

  @Test
  void afterTheHourTheDaysAloneAreSaid() {
    assertThat(DeliveryWords.promise(LATER, Locale.ENGLISH))
        .isEqualTo("Order now: with you Mon 30 November – Tue 1 December");
    assertThat(DeliveryWords.promise(LATER, Locale.GERMAN))
        .isEqualTo("Jetzt bestellt: bei Ihnen Mo. 30. November – Di. 1. Dezember");
  }
}
