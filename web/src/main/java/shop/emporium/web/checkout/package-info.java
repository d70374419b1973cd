/**
 * The way from the cart to an order, for people and for programs: both fill in the same steps and
 * place orders at the same desk.
 */
package shop.emporium.web.checkout;
