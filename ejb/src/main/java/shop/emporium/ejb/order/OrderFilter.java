package shop.emporium.ejb.order;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.Set;
import shop.emporium.domain.order.OrderStatus;

/**
 * Which of a customer's orders are wanted.
 *
 * @param statuses any, when there are none
 * @param year in which they were placed; empty for any
 * @param text a number of an order, or a part of the name or the SKU of something in it; may be
 *     empty
 * @param page from 1
 * @param size orders on a page
 */
public record OrderFilter(
    @NotNull Set<@NotNull OrderStatus> statuses,
    @NotNull Optional<@Min(2000) @Max(2999) Integer> year,
    @NotNull @Size(max = 100) String text,
    @Min(1) @Max(100_000) int page,
    @Min(1) @Max(100) int size) {

  /** All orders, the newest first. */
  public static OrderFilter all(int size) {
    return new OrderFilter(Set.of(), Optional.empty(), "", 1, size);
  }
}
