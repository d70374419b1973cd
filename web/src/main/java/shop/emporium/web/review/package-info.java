/**
 * Reviews: on the page of a product, which is the same for everybody; the page where a buyer writes
 * one; a customer's own; and the list that people who work here read.
 */
package shop.emporium.web.review;
