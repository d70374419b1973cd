/**
 * Finding, showing and importing what the shop sells.
 *
 * <p>Reading goes past the entities: one SQL statement yields just the columns of a card or a page,
 * because a page of 24 products must cost the same few statements as a page of one. Writing goes
 * through {@code Product}, which knows the rules.
 */
package shop.emporium.ejb.catalog;
