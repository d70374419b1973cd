package shop.emporium.domain.checkout;

import org.joda.money.Money;

/**
 * The tax of one rate in a whole order, as an invoice shows it.
 *
 * @param net what the rate is applied to
 * @param tax rounded once
 */
public record TaxShare(TaxRate rate, Money net, Money tax) {}
