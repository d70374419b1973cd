package shop.emporium.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shop.emporium.domain.shared.IllegalMoveException;

class PaymentAccountTest {

  private static final Money TEN = Money.parse("EUR 10.00");
  private static final Money FOUR = Money.parse("EUR 4.00");

  @Test
  void livesAsItIsDrawn() {
    assertThat(PaymentStatus.INITIATED.next())
        .isEqualTo(
            Set.of(
                PaymentStatus.AUTHORISED,
                PaymentStatus.CAPTURED,
                PaymentStatus.FAILED,
                PaymentStatus.VOIDED));
    assertThat(PaymentStatus.AUTHORISED.next())
        .isEqualTo(Set.of(PaymentStatus.CAPTURED, PaymentStatus.FAILED, PaymentStatus.VOIDED));
    assertThat(PaymentStatus.CAPTURED.next())
        .isEqualTo(Set.of(PaymentStatus.PARTLY_REFUNDED, PaymentStatus.REFUNDED));
    assertThat(PaymentStatus.PARTLY_REFUNDED.canBecome(PaymentStatus.REFUNDED)).isTrue();
    assertThat(
            Set.of(PaymentStatus.FAILED, PaymentStatus.VOIDED, PaymentStatus.REFUNDED).stream()
                .allMatch(PaymentStatus::isFinal))
        .isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void isOpenOrTakenOrOver(PaymentStatus status) {
    assertThat(List.of(status.isOpen(), status.isCaptured(), status.isOver()))
        .containsOnlyOnce(true);
  }

  @Test
  void takesMoneyOnceAndGivesItBackInParts() {
    PaymentAccount paid = PaymentAccount.begin(TEN).authorise().capture();
    assertThat(paid.captured()).isEqualTo(TEN);
    PaymentAccount partly = paid.ask(FOUR).giveBack(FOUR);
    assertThat(partly.status()).isEqualTo(PaymentStatus.PARTLY_REFUNDED);
    assertThat(partly.refundable()).isEqualTo(Money.parse("EUR 6.00"));
    PaymentAccount all = partly.ask(partly.refundable()).giveBack(Money.parse("EUR 6.00"));
    assertThat(all.status()).isEqualTo(PaymentStatus.REFUNDED);
    assertThat(all.refundable().isZero()).isTrue();
    assertThatExceptionOfType(IllegalMoveException.class).isThrownBy(paid::capture);
    assertThatExceptionOfType(IllegalMoveException.class).isThrownBy(paid::fail);
  }

  @Test
  void givesBackNoMoreThanItHasAndWasAskedFor() {
    PaymentAccount paid = PaymentAccount.begin(TEN).capture();
    assertThatIllegalArgumentException().isThrownBy(() -> paid.ask(Money.parse("EUR 10.01")));
    assertThatIllegalArgumentException().isThrownBy(() -> paid.ask(FOUR).ask(Money.parse("EUR 7")));
    assertThatIllegalArgumentException().isThrownBy(() -> paid.giveBack(FOUR));
    assertThatIllegalArgumentException().isThrownBy(() -> PaymentAccount.begin(TEN).ask(FOUR));
    assertThat(paid.ask(FOUR).keep(FOUR)).isEqualTo(paid);
  }

  @Test
  void isOfSomething() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PaymentAccount.begin(Money.zero(CurrencyUnit.EUR)));
  }

  @Property
  void neverHoldsLessThanNothingWhateverComes(
      @ForAll @Size(max = 60) List<@IntRange(max = 6) Integer> events,
      @ForAll @Size(min = 60, max = 60) List<@IntRange(max = 1_200) Integer> amounts) {
    PaymentAccount account = PaymentAccount.begin(TEN);
    for (int i = 0; i < events.size(); i++) {
      Money part = Money.ofMinor(CurrencyUnit.EUR, amounts.get(i));
      try {
        account = after(account, events.get(i), part);
      } catch (IllegalMoveException | IllegalArgumentException refused) {
        // Nothing happened then.
      }
      assertThat(account.refunding().plus(account.refunded()).isGreaterThan(account.captured()))
          .isFalse();
      assertThat(account.refundable().isNegative()).isFalse();
    }
  }

  private static PaymentAccount after(PaymentAccount account, int event, Money part) {
    return switch (event) {
      case 0 -> account.authorise();
      case 1 -> account.capture();
      case 2 -> account.fail();
      case 3 -> account.callOff();
      case 4 -> account.ask(part);
      case 5 -> account.giveBack(part);
      default -> account.keep(part);
    };
  }
}
