package shop.emporium.web.chat;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import shop.emporium.domain.checkout.Benefit;
import shop.emporium.ejb.checkout.CouponGiftException;
import shop.emporium.web.shared.JsonFields;
import shop.emporium.web.shared.Problem;

/** Reads which coupon is to be given, and says why it is not. */
final class ConsoleCoupon {

  private ConsoleCoupon() {}

  /**
   * What the coupon is good for.
   *
   * @throws shop.emporium.web.shared.ProblemException when it is neither a percent nor an amount
   */
  static Benefit benefit(JsonValue body, CurrencyUnit currency) {
    JsonFields fields = JsonFields.of(body);
    JsonObject sent = (JsonObject) body;
    Benefit benefit = fields.has("amount") ? amount(fields, currency) : percent(fields, sent);
    if (fields.has("amount") && fields.has("percent")) {
      fields.refuse("percent", "must be missing where there is an amount");
    }
    fields.check();
    return benefit;
  }

  private static Benefit percent(JsonFields fields, JsonObject sent) {
    if (sent.get("percent") instanceof JsonNumber number
        && number.isIntegral()
        && number.toString().matches("[1-9][0-9]?|100")) {
      return new Benefit.Percent(BigDecimal.valueOf(number.intValue()));
    }
    fields.refuse("percent", "must be a whole number, 1 to 100");
    return new Benefit.FreeShipping();
  }

  private static Benefit amount(JsonFields fields, CurrencyUnit currency) {
    JsonObject money = fields.object("amount");
    boolean isOurs =
        money.get("currency") instanceof JsonString code
            && code.getString().equals(currency.getCode());
    if (isOurs
        && money.get("amount") instanceof JsonString sum
        && sum.getString().matches("[0-9]{1,6}(\\.[0-9]{1,2})?")) {
      BigDecimal value = new BigDecimal(sum.getString());
      if (value.signum() > 0 && value.stripTrailingZeros().scale() <= currency.getDecimalPlaces()) {
        return new Benefit.Amount(Money.of(currency, value));
      }
    }
    fields.refuse("amount", "must be an amount above 0 in " + currency.getCode());
    return new Benefit.FreeShipping();
  }

  static Problem problem(CouponGiftException refused) {
    return switch (refused.getFault()) {
      case OUT_OF_BOUNDS ->
          Problem.of(
              403,
              "coupon-out-of-bounds",
              "Such a coupon may not be given",
              "Agents give 5 to 10 percent, administrators up to 20, both an amount up to what the shop has set.");
      case TOO_MANY ->
          Problem.of(
              429,
              "too-many-coupons",
              "Too many coupons were given today",
              "Ask an administrator, or wait until tomorrow.");
    };
  }
}
