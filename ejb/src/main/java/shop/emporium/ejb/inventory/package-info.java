/**
 * Stock: held for checkouts, sold to orders, put back on the shelf.
 *
 * <p>Pieces move by one conditional statement over all variants of an order, after their rows were
 * locked in the order of their SKUs. A catalogue import locks them in the same order, so nobody
 * waits in a circle.
 */
package shop.emporium.ejb.inventory;
