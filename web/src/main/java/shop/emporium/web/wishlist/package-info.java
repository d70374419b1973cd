/**
 * What customers would like to have: hearts, lists, what is shared by a link, and who is told when
 * something is back in stock.
 *
 * <p>Pages are the same for everybody, so a heart is a plain button of a form; a script marks what
 * the visitor wishes for. What a guest wishes for is kept in a cookie until the guest signs in.
 */
package shop.emporium.web.wishlist;
