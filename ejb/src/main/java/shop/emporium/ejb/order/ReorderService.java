package shop.emporium.ejb.order;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shop.emporium.domain.cart.Cart;
import shop.emporium.domain.cart.CartFullException;
import shop.emporium.domain.cart.CartToken;
import shop.emporium.domain.cart.OutOfStockException;
import shop.emporium.ejb.cart.CartChange;
import shop.emporium.ejb.cart.CartOwner;
import shop.emporium.ejb.cart.CartService;
import shop.emporium.ejb.cart.UnknownSkuException;

/**
 * Puts what was ordered into a cart again, at today's prices, as far as it can still be bought.
 * Line by line: what cannot be had keeps nothing else out.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReorderService {

  @Inject private CartService carts;

  /** Puts the lines of an order into this cart. */
  public Reordered reorder(@NotNull OrderView order, @NotNull CartOwner owner) {
    CartOwner into = owner;
    Optional<CartToken> token = Optional.empty();
    List<String> added = new ArrayList<>();
    List<Reordered.Missing> missing = new ArrayList<>();
    for (OrderLineView line : order.lines()) {
      int wanted = Math.min(line.quantity(), Cart.MAX_QUANTITY);
      try {
        CartChange change = carts.add(into, line.sku(), wanted);
        token = change.token();
        into = change.ownerAfter(into);
        added.add(line.sku());
        if (change.quantity().isReduced()) {
          missing.add(missing(line, Reordered.Reason.FEWER));
        }
      } catch (UnknownSkuException gone) {
        missing.add(missing(line, Reordered.Reason.NOT_SOLD));
      } catch (OutOfStockException soldOut) {
        missing.add(missing(line, Reordered.Reason.SOLD_OUT));
      } catch (CartFullException full) {
        missing.add(missing(line, Reordered.Reason.CART_FULL));
      }
    }
    return new Reordered(token, added, missing);
  }

  private static Reordered.Missing missing(OrderLineView line, Reordered.Reason reason) {
    return new Reordered.Missing(line.sku(), OrderPost.name(line), reason);
  }
}
