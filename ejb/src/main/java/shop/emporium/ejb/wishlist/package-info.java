/** What customers would like to have: named lists of articles, and who is told when one is back. */
package shop.emporium.ejb.wishlist;
