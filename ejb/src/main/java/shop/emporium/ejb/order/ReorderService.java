package shop.emporium.ejb.order;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shop.emporium.domain.cart.Cart;
import shop.emporium.ejb.cart.CartFilling;
import shop.emporium.ejb.cart.CartOwner;
import shop.emporium.ejb.cart.Filled;

/**
 * Puts what was ordered into a cart again, at today's prices, as far as it can still be bought:
 * what cannot be had keeps nothing else out.
 */
@Stateless
public class ReorderService {

  @Inject private CartFilling carts;

  /** Puts the lines of an order into this cart. */
  public Reordered reorder(@NotNull OrderView order, @NotNull CartOwner owner) {
    Map<String, Integer> wanted = new LinkedHashMap<>();
    order
        .lines()
        .forEach(line -> wanted.put(line.sku(), Math.min(line.quantity(), Cart.MAX_QUANTITY)));
    Filled filled = carts.fill(owner, wanted);
    List<String> added = new ArrayList<>();
    List<Reordered.Missing> missing = new ArrayList<>();
    for (OrderLineView line : order.lines()) {
      Filled.Outcome outcome = filled.outcomes().get(line.sku());
      if (outcome.isAdded()) {
        added.add(line.sku());
      }
      if (outcome != Filled.Outcome.ADDED) {
        missing.add(new Reordered.Missing(line.sku(), OrderPost.name(line), reason(outcome)));
      }
    }
    return new Reordered(filled.token(), added, missing);
  }

  private static Reordered.Reason reason(Filled.Outcome outcome) {
    return switch (outcome) {
      case ADDED, FEWER -> Reordered.Reason.FEWER;
      case NOT_SOLD -> Reordered.Reason.NOT_SOLD;
      case SOLD_OUT -> Reordered.Reason.SOLD_OUT;
      case CART_FULL -> Reordered.Reason.CART_FULL;
    };
  }
}
