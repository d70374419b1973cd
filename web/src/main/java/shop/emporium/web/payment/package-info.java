/**
 * Where providers tell of payments, and people who work here of transfers; and the demo provider's
 * page.
 */
package shop.emporium.web.payment;
