/**
 * A provider of card payments for shops that are tried out. It behaves like a service elsewhere
 * that happens to live here: it has its own tables, its own page where cards are typed, its own
 * ways of being slow, and it tells the shop by signed notices over HTTP. Of the shop it knows what
 * it is told with a charge, and the shop knows of it what any gateway tells.
 *
 * <p>Cards are made up, see {@link shop.emporium.ejb.payment.demo.DemoCard}. What is typed decides
 * what happens and is forgotten at once.
 */
package shop.emporium.ejb.payment.demo;
