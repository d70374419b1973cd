/**
 * Catalogue files into the shop and out of it: products as Shopify writes them, categories and
 * synonyms in files of our own.
 *
 * <p>A file becomes {@code FileProduct}s, one after another, and those become a file again by the
 * same rules; what the shop has no place for is kept as it was written. Products are written in
 * sets, past the entities: see docs/decisions/0013.
 */
package shop.emporium.ejb.catalog.exchange;
