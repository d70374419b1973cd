/**
 * Pieces on the shelf: free, held for somebody at the till, or sold.
 *
 * <p>The database holds the numbers and refuses what cannot be; the rules are told here, so that
 * they can be read and tried out without one.
 */
package shop.emporium.domain.inventory;
