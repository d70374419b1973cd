package shop.emporium.ejb.order;

import org.joda.money.Money;

/**
 * What somebody has bought in all.
 *
 * @param orders that were not cancelled
 * @param spent on those that were paid, in the shop's currency, what was given back included
 */
public record BuyerSums(int orders, Money spent) {}
