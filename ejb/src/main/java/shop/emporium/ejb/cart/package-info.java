/**
 * The cart of a visitor: opened by a cookie's secret, kept in the database, changed under a lock on
 * its row.
 *
 * <p>Whatever node a request reaches, it sees the same cart; two changes at once come one after
 * another.
 */
package shop.emporium.ejb.cart;
