package shop.emporium.web.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import shop.emporium.domain.order.OrderStatus;
import shop.emporium.ejb.order.OrderHappening;
import shop.emporium.ejb.order.OrderView;
import shop.emporium.web.shared.Format;
import shop.emporium.web.shared.PageText;

/**
 * A step of the way of an order, as its page draws it.
 *
 * @param key of its words, without {@code order.step.}
 * @param state done, now or next
 * @param when it was, or is expected; may be empty
 */
public record OrderStep(String key, String state, String when) {

  private static final List<OrderStatus> WAY =
      List.of(
          OrderStatus.PLACED,
          OrderStatus.PAID,
          OrderStatus.PACKED,
          OrderStatus.SHIPPED,
          OrderStatus.DELIVERED);

  /** The way of an order: what it has behind it, where it is, what is to come. */
  static List<OrderStep> of(OrderView order, Locale locale) {
    return WAY.contains(order.status()) ? onItsWay(order, locale) : over(order, locale);
  }

  private static List<OrderStep> onItsWay(OrderView order, Locale locale) {
    int reached = WAY.indexOf(order.status());
    List<OrderStep> steps = new ArrayList<>();
    for (int i = 0; i < WAY.size(); i++) {
      OrderStatus status = WAY.get(i);
      boolean isLast = i == WAY.size() - 1;
      String state =
          i < reached || (i == reached && isLast) ? "done" : i == reached ? "now" : "next";
      steps.add(new OrderStep(key(status), state, when(order, status, i > reached, locale)));
    }
    return steps;
  }

  private static String when(OrderView order, OrderStatus status, boolean isToCome, Locale locale) {
    if (!isToCome) {
      return OrderWords.moment(reached(order, status), locale);
    }
    return status == OrderStatus.DELIVERED
        ? Format.fill1(
            PageText.of("order.expected", locale),
            locale,
            OrderWords.days(order.arrivesFrom(), order.arrivesUntil(), locale))
        : "";
  }

  /** One that was cancelled or came back has only what it had, and its end. */
  private static List<OrderStep> over(OrderView order, Locale locale) {
    List<OrderStep> steps = new ArrayList<>();
    for (OrderStatus status : WAY) {
      Instant at = reached(order, status);
      if (at != null) {
        steps.add(new OrderStep(key(status), "done", OrderWords.moment(at, locale)));
      }
    }
    Instant end = reached(order, order.status());
    steps.add(new OrderStep(key(order.status()), "now", OrderWords.moment(end, locale)));
    return steps;
  }

  /**
   * When it got there last. A parcel that is opened again makes it a paid one once more, which is
   * no second payment: of those the first counts.
   */
  private static Instant reached(OrderView order, OrderStatus status) {
    return order.history().stream()
        .filter(one -> is(one, status))
        .reduce((first, second) -> status == OrderStatus.PAID ? first : second)
        .map(OrderHappening::at)
        .orElse(null);
  }

  /**
   * What happened, the last first: the reverse of the history, whose moments are seconds, in which
   * more than one thing may happen. A parcel that is opened again makes the order a paid one once
   * more; no money came for that.
   */
  static List<OrderHappening> lastFirst(OrderView order) {
    Instant paid = paidAt(order);
    List<OrderHappening> happened = new ArrayList<>(order.history());
    happened.removeIf(one -> isPaid(one) && !one.at().equals(paid));
    Collections.reverse(happened);
    return happened;
  }

  /** Whether an order became a paid one by what happened. */
  private static boolean isPaid(OrderHappening happening) {
    return is(happening, OrderStatus.PAID);
  }

  /** When the money came; null while it has not. */
  static Instant paidAt(OrderView order) {
    return reached(order, OrderStatus.PAID);
  }

  private static boolean is(OrderHappening happening, OrderStatus status) {
    return happening.kind() == OrderHappening.Kind.ORDER
        && happening.status().equals(status.name());
  }

  private static String key(OrderStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
