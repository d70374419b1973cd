/**
 * The services of the shop: the only way in.
 *
 * <p>Pages, the REST interface and scripts call these stateless services and get records back,
 * never entities, so that whoever shows something cannot change it by accident and pays for no
 * column that is not shown. Transactions begin and end here.
 */
package shop.emporium.ejb;
