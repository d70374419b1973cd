package shop.emporium.web.shared;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.joda.money.Money;

/**
 * An exact amount: a decimal text with all decimals of its currency, and the currency's ISO 4217
 * code.
 */
public record MoneyView(
    @Schema(examples = "12.34") String amount, @Schema(examples = "EUR") String currency) {

  /** The amount, or null for null. */
  public static MoneyView of(Money money) {
    return money == null
        ? null
        : new MoneyView(money.getAmount().toPlainString(), money.getCurrencyUnit().getCode());
  }
}
