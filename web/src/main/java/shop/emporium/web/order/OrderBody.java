package shop.emporium.web.order;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import shop.emporium.ejb.order.OrderedPieces;
import shop.emporium.web.shared.JsonFields;

/** What calls about orders send: pieces, money, and why. */
final class OrderBody {

  private final JsonFields fields;
  private final JsonObject body;

  private OrderBody(JsonFields fields, JsonObject body) {
    this.fields = fields;
    this.body = body;
  }

  /** A body, or none, which is as good as an empty one. */
  static OrderBody of(JsonValue body) {
    JsonValue there = body == null || body == JsonValue.NULL ? JsonValue.EMPTY_JSON_OBJECT : body;
    JsonFields fields = JsonFields.of(there);
    return new OrderBody(fields, (JsonObject) there);
  }

  JsonFields fields() {
    return fields;
  }

  /** Why; empty where nothing is said. */
  String why() {
    return fields.optionalText("why").orElse("").strip();
  }

  /** Pieces of lines; none where none are named. */
  List<OrderedPieces> lines() {
    List<OrderedPieces> pieces = new ArrayList<>();
    JsonValue lines = body.get("lines");
    if (lines == null) {
      return pieces;
    }
    if (!(lines instanceof JsonArray array) || array.size() > OrderedPieces.MOST) {
      fields.refuse("lines", "must be a list of up to " + OrderedPieces.MOST);
      return pieces;
    }
    for (JsonValue line : array) {
      if (line instanceof JsonObject object
          && object.get("sku") instanceof JsonString sku
          && object.get("quantity") instanceof JsonNumber quantity
          && quantity.isIntegral()
          && quantity.bigDecimalValue().abs().compareTo(BigDecimal.valueOf(100_000)) < 0) {
        pieces.add(new OrderedPieces(sku.getString(), quantity.intValue()));
      } else {
        fields.refuse("lines", "must be a list of objects with sku and quantity");
      }
    }
    return pieces;
  }

  /** An amount of money above 0; null when it is none, which the check of the fields tells. */
  Money money(String field) {
    JsonObject object = fields.object(field);
    try {
      if (object.get("amount") instanceof JsonString amount
          && amount.getString().matches("[0-9]{1,12}(\\.[0-9]{1,3})?")
          && object.get("currency") instanceof JsonString currency) {
        Money money =
            Money.of(CurrencyUnit.of(currency.getString()), new BigDecimal(amount.getString()));
        if (money.isPositive()) {
          return money;
        }
      }
    } catch (IllegalCurrencyException | ArithmeticException none) {
      // Said below.
    }
    fields.refuse(field, "must be an object with amount, a decimal text above 0, and currency");
    return null;
  }
}
