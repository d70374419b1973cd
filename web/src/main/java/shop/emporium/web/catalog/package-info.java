/**
 * The catalogue as pages and as an interface: home, lists, products and their pictures.
 *
 * <p>Nothing here belongs to one visitor, so that caches may keep all of it.
 */
package shop.emporium.web.catalog;
