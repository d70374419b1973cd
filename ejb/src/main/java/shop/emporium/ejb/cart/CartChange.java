package shop.emporium.ejb.cart;

import shop.emporium.domain.cart.CartToken;
import shop.emporium.domain.cart.QuantityChange;

/**
 * What became of a wish to change a cart.
 *
 * @param token what opens the cart from now on: the one that was presented, or a new one where it
 *     opened none
 * @param quantity what was wanted and what was granted
 */
public record CartChange(CartToken token, QuantityChange quantity) {}
