package shop.emporium.ejb.order;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * Some pieces of a line of an order.
 *
 * @param sku that the line had when it was bought
 */
public record OrderedPieces(
    @NotNull @Size(min = 1, max = 100) String sku, @Min(1) @Max(1000) int quantity) {

  /** The most lines that somebody names at once. */
  public static final int MOST = 500;

  /**
   * The pieces by the position of their lines.
   *
   * @param most how many of a line there may be
   * @throws OrderException when there are not so many, or the order has no such line
   */
  static Map<Integer, Integer> among(
      OrderView order, List<OrderedPieces> chosen, ToIntFunction<OrderLineView> most) {
    Map<Integer, Integer> pieces = new TreeMap<>();
    for (OrderedPieces one : chosen) {
      OrderLineView line =
          order.lines().stream()
              .filter(candidate -> candidate.sku().equals(one.sku()))
              .findFirst()
              .orElseThrow(() -> new OrderException(OrderFault.UNKNOWN_LINE));
      int wanted = pieces.merge(line.position(), one.quantity(), Integer::sum);
      if (wanted > most.applyAsInt(line)) {
        throw new OrderException(OrderFault.NOT_THAT_MANY);
      }
    }
    return pieces;
  }

  /** All that there may be of all lines. */
  static Map<Integer, Integer> all(OrderView order, ToIntFunction<OrderLineView> most) {
    Map<Integer, Integer> pieces = new TreeMap<>();
    order
        .lines()
        .forEach(
            line -> {
              if (most.applyAsInt(line) > 0) {
                pieces.put(line.position(), most.applyAsInt(line));
              }
            });
    return pieces;
  }
}
