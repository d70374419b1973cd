package shop.emporium.ejb.order;

import java.math.BigDecimal;
import org.joda.money.Money;

/** The tax of an order at one rate, delivery in it. */
public record OrderTaxView(BigDecimal percent, Money net, Money tax) {}
