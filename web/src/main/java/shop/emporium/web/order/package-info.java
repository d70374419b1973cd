/**
 * Orders after they are placed: the page of an order and the list of one's own, the way to them by
 * number and link, and what people who work here do with them.
 */
package shop.emporium.web.order;
