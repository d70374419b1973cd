/**
 * What customers would like to have: named lists, of which each customer has one from the start.
 */
package shop.emporium.domain.wishlist;
