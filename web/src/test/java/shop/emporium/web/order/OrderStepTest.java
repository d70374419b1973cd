package shop.emporium.web.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shop.emporium.domain.customer.PostalAddress;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.order.OrderStatus;
import shop.emporium.ejb.order.OrderHappening;
import shop.emporium.ejb.order.OrderView;

/** The way of an order, and the words about it. */
class OrderStepTest {

  private static final Instant PLACED = Instant.parse("2026-11-22T13:08:00Z");

  @Test
  void aParcelThatIsOpenedAgainIsNoSecondPayment() {
    OrderView order =
        order(OrderStatus.PLACED, OrderStatus.PAID, OrderStatus.PACKED, OrderStatus.PAID);
    assertThat(OrderStep.of(order, Locale.ENGLISH))
        .extracting(OrderStep::key, OrderStep::state)
        .startsWith(tuple("placed", "done"), tuple("paid", "now"), tuple("packed", "next"));
    assertThat(OrderStep.of(order, Locale.ENGLISH).get(1).when())
        .isEqualTo(OrderWords.moment(PLACED.plusSeconds(60), Locale.ENGLISH));
    assertThat(OrderStep.paidAt(order)).isEqualTo(PLACED.plusSeconds(60));
  }

  @Test
  void whatIsPackedOnceMoreWasPackedThen() {
    OrderView order =
        order(
            OrderStatus.PLACED,
            OrderStatus.PAID,
            OrderStatus.PACKED,
            OrderStatus.PAID,
            OrderStatus.PACKED);
    assertThat(OrderStep.of(order, Locale.ENGLISH).get(2).when())
        .isEqualTo(OrderWords.moment(PLACED.plusSeconds(240), Locale.ENGLISH));
  }

  @Test
  void whatHappenedIsToldTheLastFirstEvenWithinASecond() {
    List<OrderHappening> history = new ArrayList<>();
    for (OrderStatus status :
        List.of(OrderStatus.PLACED, OrderStatus.PAID, OrderStatus.PACKED, OrderStatus.SHIPPED)) {
      history.add(
          new OrderHappening(OrderHappening.Kind.ORDER, status.name(), PLACED, "shop", "", null));
    }
    assertThat(OrderStep.lastFirst(order(history, OrderStatus.SHIPPED)))
        .extracting(OrderHappening::status)
        .containsExactly("SHIPPED", "PACKED", "PAID", "PLACED");
  }

  @Test
  void aPlaceHasItsRegionWhereThereIsOne() {
    assertThat(
            OrderWords.place(
                new PostalAddress("Jo", "1 Pier", "", "San Francisco", "CA", "94105", "US", ""),
                Locale.ENGLISH))
        .isEqualTo("94105 San Francisco, CA, United States");
    assertThat(
            OrderWords.place(
                new PostalAddress("Jo", "Main St 1", "", "Berlin", "", "10115", "DE", ""),
                Locale.ENGLISH))
        .isEqualTo("10115 Berlin, Germany");
  }

  /** An order that had these states, a minute apart. */
  private static OrderView order(OrderStatus... states) {
    List<OrderHappening> history = new ArrayList<>();
    for (int i = 0; i < states.length; i++) {
      history.add(
          new OrderHappening(
              OrderHappening.Kind.ORDER,
              states[i].name(),
              PLACED.plusSeconds(60L * i),
              "shop",
              "",
              null));
    }
    return order(history, states[states.length - 1]);
  }

  private static OrderView order(List<OrderHappening> history, OrderStatus status) {
    return new OrderView(
        new OrderNumber(100042),
        Optional.empty(),
        "jo@mail.example",
        "en",
        status,
        PLACED,
        PLACED,
        PLACED,
        null,
        List.of(),
        List.of(),
        null,
        null,
        null,
        "standard",
        "Standard",
        LocalDate.of(2026, 11, 25),
        LocalDate.of(2026, 11, 26),
        "card",
        null,
        history,
        List.of(),
        List.of(),
        null,
        false);
  }
}
