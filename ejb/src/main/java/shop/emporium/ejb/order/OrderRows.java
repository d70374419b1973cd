package shop.emporium.ejb.order;

import static shop.emporium.ejb.shared.JsonCodec.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.joda.money.Money;
import shop.emporium.domain.checkout.QuotedLine;
import shop.emporium.domain.customer.PostalAddress;

/** The rows of a new order as JSON, ready for {@code jsonb_to_recordset}. */
final class OrderRows {

  private final NewOrder order;

  OrderRows(NewOrder order) {
    this.order = order;
  }

  String head() {
    var quote = order.quote();
    JsonObjectBuilder row = JSON.createObjectBuilder();
    row.add("checkout_token", order.token().toString()).add("checkout_id", order.checkout());
    order.customer().ifPresent(id -> row.add("customer_id", id));
    row.add("email", order.email().text()).add("email_key", order.email().key());
    row.add("locale", order.locale());
    row.add("status_by", order.by().text());
    row.add("pay_until", order.payUntil().toString());
    row.add("currency", quote.total().getCurrencyUnit().getCode());
    row.add("tax_mode", quote.mode().name());
    add(row, "items_minor", quote.items());
    add(row, "discount_minor", quote.discount());
    add(row, "shipping_minor", quote.shipping());
    add(row, "shipping_tax_minor", quote.shippingTax());
    add(row, "tax_minor", quote.tax());
    add(row, "total_minor", quote.total());
    add(row, "gift_card_minor", quote.paidByGiftCards());
    add(row, "due_minor", quote.due());
    if (order.coupon() != null) {
      row.add("coupon_code", order.coupon());
    }
    row.add("shipping_method", order.shippingMethod()).add("shipping_name", order.shippingName());
    row.add("arrives_from", order.arrival().earliest().toString());
    row.add("arrives_until", order.arrival().latest().toString());
    row.add("payment_method", order.paymentMethod());
    return JSON.createArrayBuilder().add(row).build().toString();
  }

  String lines() {
    JsonArrayBuilder rows = JSON.createArrayBuilder();
    List<QuotedLine> lines = order.quote().lines();
    for (int i = 0; i < lines.size(); i++) {
      rows.add(line(i + 1, lines.get(i), order.goods().get(i)));
    }
    return rows.build().toString();
  }

  private static JsonObjectBuilder line(int position, QuotedLine line, OrderedGoods goods) {
    JsonObjectBuilder row = JSON.createObjectBuilder();
    row.add("position", position).add("variant_id", goods.variant());
    row.add("product_id", line.item().product()).add("sku", line.item().sku());
    row.add("slug", goods.slug()).add("name", goods.name()).add("options", goods.options());
    if (goods.picture() != null) {
      row.add("picture", goods.picture());
    }
    row.add("quantity", line.item().quantity());
    add(row, "unit_price_minor", line.item().price());
    add(row, "items_minor", line.item().total());
    add(row, "discount_minor", line.discount());
    row.add("tax_percent", line.rate().percent());
    add(row, "tax_minor", line.tax());
    return row.add("weight_grams", line.item().weightGrams());
  }

  String taxes() {
    JsonArrayBuilder rows = JSON.createArrayBuilder();
    order
        .quote()
        .taxes()
        .forEach(
            share -> {
              JsonObjectBuilder row = JSON.createObjectBuilder();
              row.add("percent", share.rate().percent());
              add(row, "net_minor", share.net());
              add(row, "tax_minor", share.tax());
              rows.add(row);
            });
    return rows.build().toString();
  }

  String addresses() {
    JsonArrayBuilder rows = JSON.createArrayBuilder();
    rows.add(address("SHIPPING", order.shipping()));
    if (order.billing() != null) {
      rows.add(address("BILLING", order.billing()));
    }
    return rows.build().toString();
  }

  private static JsonObjectBuilder address(String kind, PostalAddress address) {
    return JSON.createObjectBuilder()
        .add("kind", kind)
        .add("name", address.name())
        .add("line1", address.line1())
        .add("line2", address.line2())
        .add("city", address.city())
        .add("region", address.region())
        .add("postal_code", address.postalCode())
        .add("country", address.country())
        .add("phone", address.phone());
  }

  private static void add(JsonObjectBuilder row, String name, Money money) {
    row.add(name, money.getAmountMinorLong());
  }
}
