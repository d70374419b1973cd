/**
 * The shop's edge: pages, the REST interface, and what guards both.
 *
 * <p>Nothing here decides anything about the shop. A page or a resource reads its parameters, calls
 * one service, and shows the records that come back.
 */
package shop.emporium.web;
