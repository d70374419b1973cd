/**
 * Reviews: only who bought something here, and was sent it, says what it is like, once; people who
 * work here read it before others do.
 *
 * <p>A product's rating is counted in its own row by a trigger, so that it is right whoever writes,
 * changes, publishes or deletes at the same time.
 */
package shop.emporium.ejb.review;
