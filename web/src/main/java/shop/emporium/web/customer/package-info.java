/** Who is visiting. */
package shop.emporium.web.customer;
