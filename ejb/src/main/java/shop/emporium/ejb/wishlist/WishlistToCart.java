package shop.emporium.ejb.wishlist;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import shop.emporium.domain.cart.Cart;
import shop.emporium.ejb.cart.CartLineView;
import shop.emporium.ejb.cart.CartOwner;
import shop.emporium.ejb.cart.CartService;

/**
 * Puts wishes into the customer's cart, one piece each. A wish goes in the transaction that puts it
 * there: whatever fails, it is in one of the two places.
 */
@Stateless
public class WishlistToCart {

  private static final int ONE_PIECE = 1;

  @Inject private WishlistRepository lists;
  @Inject private WishRepository wishes;
  @Inject private CartService carts;
  @Inject private Event<WishlistChanged> changed;

  /**
   * Moves one wish into the cart.
   *
   * @param list one of the customer's lists, or empty for the default one
   * @throws WishlistException when the customer has no such list, or it holds no such wish
   * @throws shop.emporium.domain.cart.OutOfStockException when nothing is left
   * @throws shop.emporium.domain.cart.CartFullException when the cart holds as many other things as
   *     fit
   * @throws shop.emporium.ejb.cart.UnknownSkuException when the shop sells it no longer
   */
  public MovedToCart move(long customer, @NotNull Optional<Long> list, @NotNull @Sku String sku) {
    long from = require(customer, list);
    if (!wishes.remove(from, sku)) {
      throw new WishlistException(WishlistFault.UNKNOWN);
    }
    carts.add(CartOwner.customer(customer), sku, ONE_PIECE);
    changed.fire(new WishlistChanged(customer));
    return new MovedToCart(List.of(sku), List.of());
  }

  /**
   * Moves all wishes of a list into the cart, as far as they can be bought and fit in; the others
   * stay. When stock runs out in the very moment of moving, nothing is moved.
   *
   * @param list one of the customer's lists, or empty for the default one
   * @throws WishlistException when the customer has no such list
   * @throws shop.emporium.domain.cart.OutOfStockException in that very moment
   */
  public MovedToCart moveAll(long customer, @NotNull Optional<Long> list) {
    long from = require(customer, list);
    CartOwner owner = CartOwner.customer(customer);
    Set<String> held =
        carts.show(owner).lines().stream().map(CartLineView::sku).collect(Collectors.toSet());
    List<String> moved = new ArrayList<>();
    List<MovedToCart.Kept> kept = new ArrayList<>();
    for (WishView wish : wishes.list(from)) {
      Optional<MovedToCart.Reason> reason = obstacle(wish, held);
      if (reason.isPresent()) {
        kept.add(new MovedToCart.Kept(wish.sku(), wish.name(), reason.get()));
        continue;
      }
      wishes.remove(from, wish.sku());
      carts.add(owner, wish.sku(), ONE_PIECE);
      held.add(wish.sku());
      moved.add(wish.sku());
    }
    if (!moved.isEmpty()) {
      changed.fire(new WishlistChanged(customer));
    }
    return new MovedToCart(moved, kept);
  }

  /** What the cart would refuse, found out before: its refusal would undo everything. */
  private static Optional<MovedToCart.Reason> obstacle(WishView wish, Set<String> held) {
    if (!wish.isSold()) {
      return Optional.of(MovedToCart.Reason.NOT_SOLD);
    }
    if (!wish.canBeBought()) {
      return Optional.of(MovedToCart.Reason.SOLD_OUT);
    }
    return held.size() >= Cart.MAX_LINES && !held.contains(wish.sku())
        ? Optional.of(MovedToCart.Reason.CART_FULL)
        : Optional.empty();
  }

  private long require(long customer, Optional<Long> list) {
    if (!lists.lockOwner(customer)) {
      throw new WishlistException(WishlistFault.UNKNOWN);
    }
    return list.map(id -> lists.find(customer, id))
        .orElseGet(() -> lists.findDefault(customer))
        .orElseThrow(() -> new WishlistException(WishlistFault.UNKNOWN))
        .getId();
  }
}
