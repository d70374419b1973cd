package shop.emporium.ejb.order;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import shop.emporium.domain.checkout.TaxMode;
import shop.emporium.domain.customer.PostalAddress;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.order.OrderStatus;
import shop.emporium.domain.order.ReturnReason;
import shop.emporium.domain.order.ReturnStatus;
import shop.emporium.domain.order.ShipmentStatus;
import shop.emporium.domain.payment.PaymentStatus;
import shop.emporium.ejb.shared.JsonCodec;
import shop.emporium.ejb.shared.SqlMoment;

/** The row of an order, read. */
final class OrderRecord {

  private final Tuple row;
  private final CurrencyUnit currency;
  private final TaxMode mode;

  OrderRecord(Tuple row) {
    this.row = row;
    this.currency = CurrencyUnit.of((String) row.get("currency"));
    this.mode = TaxMode.valueOf((String) row.get("tax_mode"));
  }

  OrderView view() {
    JsonObject addresses = object("addresses").orElseThrow();
    return new OrderView(
        new OrderNumber(((Number) row.get("number")).longValue()),
        Optional.ofNullable((Number) row.get("customer_id")).map(Number::longValue),
        (String) row.get("email"),
        (String) row.get("locale"),
        OrderStatus.valueOf((String) row.get("status")),
        SqlMoment.of(row.get("placed_at")),
        SqlMoment.of(row.get("pay_until")),
        SqlMoment.of(row.get("paid_at")),
        totals(),
        list("lines", this::line),
        list("taxes", this::tax),
        address(addresses.getJsonObject("SHIPPING")),
        addresses.containsKey("BILLING") ? address(addresses.getJsonObject("BILLING")) : null,
        (String) row.get("coupon_code"),
        (String) row.get("shipping_method"),
        (String) row.get("shipping_name"),
        LocalDate.parse((String) row.get("arrives_from")),
        LocalDate.parse((String) row.get("arrives_until")),
        (String) row.get("payment_method"),
        object("payment").map(this::payment).orElse(null),
        list("history", this::happening),
        list("parcels", OrderRecord::parcel),
        list("returns", this::returned),
        row.get("invoice") == null ? null : ((Number) row.get("invoice")).longValue(),
        (Boolean) row.get("forgotten"));
  }

  private OrderTotals totals() {
    return new OrderTotals(
        money("items_minor"),
        money("discount_minor"),
        money("shipping_minor"),
        money("tax_minor"),
        money("total_minor"),
        money("gift_card_minor"),
        money("due_minor"),
        mode);
  }

  private OrderLineView line(JsonObject line) {
    Money items = money(line, "items");
    Money discount = money(line, "discount");
    Money tax = money(line, "tax");
    Money net = items.minus(discount);
    return new OrderLineView(
        line.getInt("position"),
        line.getJsonNumber("variant").longValue(),
        line.getJsonNumber("product").longValue(),
        line.getString("sku"),
        text(line, "slug"),
        line.getString("name"),
        line.getString("options"),
        text(line, "picture"),
        line.getInt("quantity"),
        money(line, "unit"),
        items,
        discount,
        percent(line),
        tax,
        mode == TaxMode.INCLUSIVE ? net : net.plus(tax),
        line.getInt("packed"),
        line.getInt("returned"),
        line.getInt("returnable"));
  }

  private OrderTaxView tax(JsonObject tax) {
    return new OrderTaxView(percent(tax), money(tax, "net"), money(tax, "tax"));
  }

  private OrderPaymentView payment(JsonObject payment) {
    return new OrderPaymentView(
        PaymentStatus.valueOf(payment.getString("status")),
        money(payment, "amount"),
        money(payment, "captured"),
        money(payment, "refunding"),
        money(payment, "refunded"));
  }

  private OrderHappening happening(JsonObject happening) {
    return new OrderHappening(
        OrderHappening.Kind.valueOf(happening.getString("kind")),
        happening.getString("status"),
        Instant.parse(happening.getString("at")),
        happening.getString("who"),
        happening.getString("why"),
        money(happening, "amount"));
  }

  private static ParcelView parcel(JsonObject parcel) {
    return new ParcelView(
        parcel.getJsonNumber("id").longValue(),
        ShipmentStatus.valueOf(parcel.getString("status")),
        Instant.parse(parcel.getString("since")),
        text(parcel, "carrier"),
        text(parcel, "tracking"),
        pieces(parcel));
  }

  private ReturnView returned(JsonObject wish) {
    return new ReturnView(
        wish.getJsonNumber("id").longValue(),
        ReturnStatus.valueOf(wish.getString("status")),
        ReturnReason.valueOf(wish.getString("reason")),
        wish.getString("note"),
        Instant.parse(wish.getString("askedAt")),
        wish.getString("answer"),
        money(wish, "refund"),
        pieces(wish));
  }

  private static List<ParcelView.Pieces> pieces(JsonObject whole) {
    return whole.getJsonArray("pieces").getValuesAs(JsonObject.class).stream()
        .map(part -> new ParcelView.Pieces(part.getInt("position"), part.getInt("quantity")))
        .toList();
  }

  private static PostalAddress address(JsonObject address) {
    return new PostalAddress(
        address.getString("name"),
        address.getString("line1"),
        address.getString("line2"),
        address.getString("city"),
        address.getString("region"),
        address.getString("postalCode"),
        address.getString("country"),
        address.getString("phone"));
  }

  private <T> List<T> list(String column, Function<JsonObject, T> reader) {
    String text = (String) row.get(column);
    JsonArray array = text == null ? JsonValue.EMPTY_JSON_ARRAY : JsonCodec.array(text);
    return array.getValuesAs(JsonObject.class).stream().map(reader).toList();
  }

  private Optional<JsonObject> object(String column) {
    return Optional.ofNullable((String) row.get(column)).map(JsonCodec::object);
  }

  private Money money(String column) {
    return Money.ofMinor(currency, ((Number) row.get(column)).longValue());
  }

  private Money money(JsonObject object, String field) {
    return object.get(field) instanceof JsonNumber minor
        ? Money.ofMinor(currency, minor.longValueExact())
        : null;
  }

  private static BigDecimal percent(JsonObject object) {
    return new BigDecimal(object.getString("percent")).stripTrailingZeros();
  }

  private static String text(JsonObject object, String field) {
    return object.getString(field, null);
  }
}
