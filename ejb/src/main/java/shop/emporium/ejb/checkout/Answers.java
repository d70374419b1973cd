package shop.emporium.ejb.checkout;

import static shop.emporium.ejb.shared.JsonCodec.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import shop.emporium.domain.checkout.AddressFault;
import shop.emporium.domain.checkout.CouponFault;
import shop.emporium.domain.inventory.Shortage;
import shop.emporium.domain.order.OrderStatus;
import shop.emporium.ejb.checkout.Placing.Refused;

/** Answers as they are kept, so that the same call gets the same one again. */
final class Answers {

  private Answers() {}

  static String write(Refused refused) {
    JsonObjectBuilder json = JSON.createObjectBuilder().add("refused", refused.reason().name());
    JsonArrayBuilder shortages = JSON.createArrayBuilder();
    refused
        .shortages()
        .forEach(
            one ->
                shortages.add(
                    JSON.createObjectBuilder()
                        .add("sku", one.sku())
                        .add("wanted", one.wanted())
                        .add("available", one.available())));
    JsonArrayBuilder faults = JSON.createArrayBuilder();
    refused
        .faults()
        .forEach(
            one ->
                faults.add(
                    JSON.createObjectBuilder()
                        .add("part", one.part())
                        .add("kind", one.kind().name())
                        .add("example", one.example())));
    json.add("shortages", shortages).add("faults", faults);
    if (refused.coupon() != null) {
      json.add("coupon", refused.coupon().name());
    }
    if (refused.total() != null) {
      json.add("total", refused.total().getAmountMinorLong());
      json.add("currency", refused.total().getCurrencyUnit().getCode());
    }
    return json.build().toString();
  }

  /** What first became of an order. */
  static String write(OrderStatus settled) {
    return JSON.createObjectBuilder().add("settled", settled.name()).build().toString();
  }

  static OrderStatus settled(String text) {
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      return OrderStatus.valueOf(reader.readObject().getString("settled"));
    }
  }

  static Refused read(String text) {
    JsonObject json;
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      json = reader.readObject();
    }
    List<Shortage> shortages =
        json.getJsonArray("shortages").getValuesAs(JsonObject.class).stream()
            .map(
                one ->
                    new Shortage(
                        one.getString("sku"), one.getInt("wanted"), one.getInt("available")))
            .toList();
    List<AddressFault> faults =
        json.getJsonArray("faults").getValuesAs(JsonObject.class).stream()
            .map(
                one ->
                    new AddressFault(
                        one.getString("part"),
                        AddressFault.Kind.valueOf(one.getString("kind")),
                        one.getString("example")))
            .toList();
    return new Refused(
        Placing.Reason.valueOf(json.getString("refused")),
        shortages,
        faults,
        json.containsKey("coupon") ? CouponFault.valueOf(json.getString("coupon")) : null,
        json.containsKey("total")
            ? Money.ofMinor(
                CurrencyUnit.of(json.getString("currency")),
                json.getJsonNumber("total").longValueExact())
            : null);
  }
}
