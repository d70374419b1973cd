/**
 * What a visitor means to buy.
 *
 * <p>A cart lives in the database, never in a session, so that no node's death can lose it. A
 * guest's cart is opened by a secret that only the visitor's browser has.
 */
package shop.emporium.domain.cart;
