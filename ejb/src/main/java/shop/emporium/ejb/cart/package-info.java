/**
 * The cart of a visitor, guest or customer: kept in the database, changed under a lock on its row.
 *
 * <p>Whatever node a request reaches, it sees the same cart; two changes at once come one after
 * another. A guest's is opened by a cookie's secret and becomes the customer's when he signs in.
 */
package shop.emporium.ejb.cart;
