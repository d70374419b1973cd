package shop.emporium.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shop.emporium.domain.order.OrderStatus;
import shop.emporium.domain.payment.ProviderReport.Kind;
import shop.emporium.domain.payment.Settlement.Step;

class SettlementTest {

  private static final Money TEN = Money.parse("EUR 10.00");

  @Test
  void paysTheOrderThatWaitsForIt() {
    assertThat(open(OrderStatus.PLACED, ProviderReport.captured(TEN))).isEqualTo(Step.SETTLE);
    assertThat(open(OrderStatus.PLACED, ProviderReport.authorised(TEN))).isEqualTo(Step.CAPTURE);
    assertThat(open(OrderStatus.PLACED, ProviderReport.of(Kind.DECLINED))).isEqualTo(Step.FAIL);
    assertThat(open(OrderStatus.PLACED, ProviderReport.of(Kind.PENDING)))
        .isEqualTo(Step.LOOK_AGAIN);
  }

  @Test
  void wantsNoMoneyForAnOrderThatIsCancelled() {
    assertThat(open(OrderStatus.CANCELLED, ProviderReport.captured(TEN)))
        .isEqualTo(Step.SETTLE_AND_GIVE_BACK);
    assertThat(open(OrderStatus.CANCELLED, ProviderReport.authorised(TEN)))
        .isEqualTo(Step.CALL_OFF);
    assertThat(open(OrderStatus.CANCELLED, ProviderReport.of(Kind.PENDING)))
        .isEqualTo(Step.CALL_OFF);
    assertThat(open(OrderStatus.CANCELLED, ProviderReport.of(Kind.VOIDED)))
        .isEqualTo(Step.NOTE_VOID);
  }

  @Test
  void givesUpOnlyWhatTheProviderWillNeverKnow() {
    ProviderReport unknown = ProviderReport.of(Kind.UNKNOWN);
    assertThat(open(OrderStatus.PLACED, unknown)).isEqualTo(Step.LOOK_AGAIN);
    assertThat(Settlement.next(OrderStatus.PLACED, PaymentStatus.INITIATED, TEN, unknown, true))
        .isEqualTo(Step.FAIL);
    assertThat(
            Settlement.next(
                OrderStatus.PLACED,
                PaymentStatus.INITIATED,
                TEN,
                ProviderReport.of(Kind.PENDING),
                true))
        .isEqualTo(Step.CALL_OFF);
  }

  @ParameterizedTest
  @EnumSource(names = {"CAPTURED", "PARTLY_REFUNDED", "REFUNDED"})
  void doesNothingTwice(PaymentStatus payment) {
    for (OrderStatus order : OrderStatus.values()) {
      assertThat(Settlement.next(order, payment, TEN, ProviderReport.captured(TEN), false))
          .isEqualTo(Step.NOTHING);
      assertThat(Settlement.next(order, payment, TEN, ProviderReport.authorised(TEN), true))
          .isEqualTo(Step.NOTHING);
      assertThat(Settlement.next(order, payment, TEN, ProviderReport.of(Kind.DECLINED), false))
          .isEqualTo(Step.NOTHING);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILED", "VOIDED"})
  void keepsNoMoneyOfAnAttemptThatIsOver(PaymentStatus payment) {
    assertThat(
            Settlement.next(OrderStatus.PLACED, payment, TEN, ProviderReport.captured(TEN), false))
        .isEqualTo(Step.GIVE_BACK_STRAY);
    assertThat(
            Settlement.next(OrderStatus.PAID, payment, TEN, ProviderReport.authorised(TEN), false))
        .isEqualTo(Step.CALL_OFF);
    assertThat(
            Settlement.next(
                OrderStatus.PLACED, payment, TEN, ProviderReport.of(Kind.DECLINED), false))
        .isEqualTo(Step.NOTHING);
  }

  @Test
  void takesNoOtherAmountForThePrice() {
    for (String other : List.of("EUR 0.10", "EUR 100.00", "USD 10.00")) {
      assertThat(open(OrderStatus.PLACED, ProviderReport.captured(Money.parse(other))))
          .isEqualTo(Step.ASK_A_PERSON);
    }
  }

  @Test
  void namesMoneyExactlyWhereThereIsSome() {
    assertThatIllegalArgumentException().isThrownBy(() -> ProviderReport.of(Kind.CAPTURED));
    assertThatIllegalArgumentException().isThrownBy(() -> new ProviderReport(Kind.PENDING, TEN));
  }

  private static Step open(OrderStatus order, ProviderReport report) {
    return Settlement.next(order, PaymentStatus.INITIATED, TEN, report, false);
  }

  /** What may happen between a shop and a provider, in any order and any number. */
  private enum Happening {
    PROVIDER_HEARS,
    PROVIDER_PROMISES,
    PROVIDER_TAKES,
    PROVIDER_DECLINES,
    NOTICE_LEAVES,
    NEWEST_NOTICE_ARRIVES,
    OLDEST_NOTICE_ARRIVES,
    OLDEST_NOTICE_ARRIVES_AGAIN,
    SHOP_LOOKS,
    BUYER_CANCELS
  }

  @Property(tries = 5_000)
  void ordersAndMoneyAgreeInTheEndWhateverHappens(@ForAll @Size(max = 40) List<Happening> story) {
    World world = new World();
    story.forEach(world::happen);
    world.reconcile();
    world.reconcile();
    boolean isPaid = world.order == OrderStatus.PAID;
    assertThat(world.providerHolds()).as("money at the provider").isEqualTo(isPaid);
    assertThat(world.account.captured().isPositive() && !world.isGivenBack)
        .as("money in the books")
        .isEqualTo(isPaid);
    assertThat(world.account.status().isOpen()).as("nothing is left open").isFalse();
    assertThat(world.order).isIn(OrderStatus.PAID, OrderStatus.CANCELLED);
  }

  /** A provider and a shop that follow the steps. */
  private static final class World {

    private OrderStatus order = OrderStatus.PLACED;
    private PaymentAccount account = PaymentAccount.begin(TEN);
    private boolean isGivenBack;
    private ProviderReport provider = ProviderReport.of(Kind.UNKNOWN);
    private boolean isProviderGivenBack;
    private final List<ProviderReport> notices = new ArrayList<>();

    void happen(Happening happening) {
      Kind now = provider.kind();
      boolean isUndecided = now == Kind.PENDING;
      switch (happening) {
        case PROVIDER_HEARS ->
            provider = now == Kind.UNKNOWN ? ProviderReport.of(Kind.PENDING) : provider;
        case PROVIDER_PROMISES ->
            provider = isUndecided ? ProviderReport.authorised(TEN) : provider;
        case PROVIDER_TAKES -> provider = isUndecided ? ProviderReport.captured(TEN) : provider;
        case PROVIDER_DECLINES ->
            provider = isUndecided ? ProviderReport.of(Kind.DECLINED) : provider;
        case NOTICE_LEAVES -> notices.add(provider);
        case NEWEST_NOTICE_ARRIVES -> arrive(notices.size() - 1, true);
        case OLDEST_NOTICE_ARRIVES -> arrive(0, true);
        case OLDEST_NOTICE_ARRIVES_AGAIN -> arrive(0, false);
        case SHOP_LOOKS -> follow(provider, false);
        case BUYER_CANCELS -> cancel();
      }
    }

    private void arrive(int place, boolean isLast) {
      if (place >= 0 && place < notices.size()) {
        follow(isLast ? notices.remove(place) : notices.get(place), false);
      }
    }

    private void cancel() {
      if (order.canBecome(OrderStatus.CANCELLED)) {
        order = order.move(OrderStatus.CANCELLED);
        giveBackWhatIsTaken();
      }
    }

    private void giveBackWhatIsTaken() {
      if (account.status().isCaptured() && !isGivenBack) {
        isGivenBack = true;
        isProviderGivenBack = true;
      }
    }

    private void follow(ProviderReport report, boolean isGivenUp) {
      switch (Settlement.next(order, account.status(), TEN, report, isGivenUp)) {
        case CAPTURE -> {
          // The provider is asked, and knows better than an old notice.
          provider = provider.kind() == Kind.AUTHORISED ? ProviderReport.captured(TEN) : provider;
          follow(provider, isGivenUp);
        }
        case SETTLE -> {
          account = account.capture();
          order = order.move(OrderStatus.PAID);
        }
        case SETTLE_AND_GIVE_BACK -> {
          account = account.capture();
          giveBackWhatIsTaken();
        }
        case FAIL -> {
          account = account.fail();
          leaveUnpaid();
        }
        case NOTE_VOID -> {
          account = account.callOff();
          leaveUnpaid();
        }
        case CALL_OFF -> {
          boolean isOpen = provider.kind() == Kind.PENDING || provider.kind() == Kind.AUTHORISED;
          provider = isOpen ? ProviderReport.of(Kind.VOIDED) : provider;
          if (provider.kind() != report.kind()) {
            follow(provider, isGivenUp);
          }
        }
        case GIVE_BACK_STRAY -> isProviderGivenBack = true;
        case NOTHING, LOOK_AGAIN, ASK_A_PERSON -> {
          // Nothing changes.
        }
      }
    }

    private void leaveUnpaid() {
      order = order == OrderStatus.PLACED ? order.move(OrderStatus.CANCELLED) : order;
    }

    /** All time has passed: what is known now is all that will be. */
    void reconcile() {
      follow(provider, true);
    }

    boolean providerHolds() {
      return provider.kind() == Kind.CAPTURED && !isProviderGivenBack;
    }
  }
}
