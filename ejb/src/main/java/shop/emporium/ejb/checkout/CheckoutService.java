package shop.emporium.ejb.checkout;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import shop.emporium.ejb.inventory.InventoryService;
import shop.emporium.ejb.inventory.Reservation;

/** The steps before an order is placed. */
@Stateless
public class CheckoutService {

  @Inject private CheckoutRepository checkouts;
  @Inject private GoodsQueries goods;
  @Inject private InventoryService inventory;

  /**
   * Begins a checkout for a cart, or takes up the one that it has: the same on every node.
   *
   * @return empty when the cart is gone
   */
  public Optional<CheckoutView> begin(
      long cart,
      @NotNull Optional<Long> customer,
      @NotNull @Pattern(regexp = "[a-z]{2}") String locale) {
    if (!checkouts.lockCart(cart)) {
      return Optional.empty();
    }
    CheckoutRepository.Locked checkout =
        checkouts
            .lock(cart)
            .orElseGet(
                () -> checkouts.open(cart, customer, locale, CheckoutRepository.Status.OPEN));
    return Optional.of(
        new CheckoutView(
            checkout.id(),
            checkout.token(),
            checkout.status() == CheckoutRepository.Status.PAYING,
            inventory.holdOf(checkout.id())));
  }

  /**
   * Holds what is in the cart while it is paid for.
   *
   * @return empty when there is nothing to hold: no cart, nothing in it, no checkout, or one whose
   *     order is being paid
   */
  public Optional<Reservation> hold(long cart) {
    if (!checkouts.lockCart(cart)) {
      return Optional.empty();
    }
    Map<Long, Integer> pieces = new TreeMap<>();
    goods.of(cart).forEach(one -> pieces.put(one.called().variant(), one.item().quantity()));
    return checkouts
        .lock(cart)
        .filter(checkout -> checkout.status() == CheckoutRepository.Status.OPEN)
        .filter(checkout -> !pieces.isEmpty())
        .map(checkout -> inventory.reserve(checkout.id(), pieces));
  }
}
