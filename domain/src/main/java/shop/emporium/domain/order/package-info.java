/**
 * What was bought: the life of an order and of its parcels, its number, and what of it can be given
 * back.
 */
package shop.emporium.domain.order;
