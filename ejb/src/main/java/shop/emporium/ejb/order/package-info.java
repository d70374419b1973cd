/**
 * Orders: written once, then moved from state to state, each move with who, when and why.
 *
 * <p>Whoever moves an order locks its row first. What else has to happen with it (money, coupons,
 * the cart) is done by those who know it, who hear of the move in the same transaction.
 */
package shop.emporium.ejb.order;
