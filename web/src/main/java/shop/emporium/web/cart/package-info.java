/** The cart's page, its forms for browsers without scripts, and its REST interface. */
package shop.emporium.web.cart;
