/**
 * What is personal about a page: who is asking, and what of theirs is shown on every page.
 *
 * <p>It stands above the features that it sums up, so that accounts need not know carts, nor carts
 * anything of each other: those below tell of themselves by their services only.
 */
package shop.emporium.web.visitor;
