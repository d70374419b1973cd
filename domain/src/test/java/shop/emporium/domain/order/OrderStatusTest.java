package shop.emporium.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static shop.emporium.domain.order.OrderStatus.CANCELLED;
import static shop.emporium.domain.order.OrderStatus.DELIVERED;
import static shop.emporium.domain.order.OrderStatus.PACKED;
import static shop.emporium.domain.order.OrderStatus.PAID;
import static shop.emporium.domain.order.OrderStatus.PLACED;
import static shop.emporium.domain.order.OrderStatus.RETURNED;
import static shop.emporium.domain.order.OrderStatus.SHIPPED;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shop.emporium.domain.shared.IllegalMoveException;

class OrderStatusTest {

  @Test
  void livesAsItIsDrawn() {
    assertThat(PLACED.next()).isEqualTo(Set.of(PAID, CANCELLED));
    assertThat(PAID.next()).isEqualTo(Set.of(PACKED, CANCELLED));
    assertThat(PACKED.next()).isEqualTo(Set.of(SHIPPED, PAID));
    assertThat(SHIPPED.next()).isEqualTo(Set.of(DELIVERED, RETURNED));
    assertThat(DELIVERED.next()).isEqualTo(Set.of(RETURNED));
    assertThat(CANCELLED.isFinal()).isTrue();
    assertThat(RETURNED.isFinal()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void refusesEveryOtherMove(OrderStatus from) {
    for (OrderStatus to : OrderStatus.values()) {
      if (from.canBecome(to)) {
        assertThat(from.move(to)).isEqualTo(to);
      } else {
        assertThatExceptionOfType(IllegalMoveException.class).isThrownBy(() -> from.move(to));
      }
    }
  }

  @Property
  void nothingIsPackedUnpaidOrSentAfterItWasCancelled(@ForAll List<OrderStatus> wishes) {
    OrderStatus status = PLACED;
    boolean wasPaid = false;
    boolean wasCancelled = false;
    for (OrderStatus wish : wishes) {
      status = status.canBecome(wish) ? status.move(wish) : status;
      wasPaid |= status == PAID;
      wasCancelled |= status == CANCELLED;
      assertThat(wasPaid || status.isUnpaid() || status == CANCELLED).isTrue();
      assertThat(!wasCancelled || status == CANCELLED).isTrue();
    }
  }

  @Test
  void aParcelLivesAsItIsDrawn() {
    assertThat(ShipmentStatus.PACKED.next())
        .isEqualTo(Set.of(ShipmentStatus.SHIPPED, ShipmentStatus.UNPACKED));
    assertThat(ShipmentStatus.SHIPPED.next())
        .isEqualTo(Set.of(ShipmentStatus.DELIVERED, ShipmentStatus.RETURNED));
    assertThat(ShipmentStatus.DELIVERED.next()).isEqualTo(Set.of(ShipmentStatus.RETURNED));
    assertThat(ShipmentStatus.UNPACKED.isFinal()).isTrue();
    assertThat(ShipmentStatus.RETURNED.isFinal()).isTrue();
    assertThat(ShipmentStatus.PACKED.canBecome(ShipmentStatus.DELIVERED)).isFalse();
    assertThatExceptionOfType(IllegalMoveException.class)
        .isThrownBy(() -> ShipmentStatus.UNPACKED.move(ShipmentStatus.SHIPPED));
  }
}
