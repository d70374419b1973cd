package shop.emporium.ejb.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.order.OrderStatus;
import shop.emporium.domain.payment.PaymentStatus;

class PaymentStandingTest {

  @Test
  void saysThatACardWasDeclinedOnlyWhereItWas() {
    assertThat(reason(PaymentStatus.FAILED, "insufficient")).isEqualTo("insufficient");
    assertThat(reason(PaymentStatus.FAILED, null)).isEqualTo("declined");
    assertThat(reason(PaymentStatus.FAILED, GatewayAnswer.EXPIRED)).isEqualTo("expired");
    assertThat(reason(PaymentStatus.VOIDED, null)).isEqualTo("expired");
    assertThat(reason(PaymentStatus.INITIATED, null)).isEqualTo("expired");
  }

  private static String reason(PaymentStatus status, String declinedFor) {
    PaymentRecord payment =
        new PaymentRecord(
            1,
            new OrderNumber(100_001),
            UUID.randomUUID(),
            "demo",
            "dp_1",
            status,
            Money.ofMinor(CurrencyUnit.EUR, 1_000),
            false,
            Instant.now(),
            declinedFor);
    PaymentStanding standing = new PaymentStanding(OrderStatus.CANCELLED, Optional.of(payment));
    return ((PaymentProgress.Declined) standing.progress()).reason();
  }
}
