package shop.emporium.ejb.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import shop.emporium.domain.customer.PostalAddress;
import shop.emporium.domain.inventory.Hold;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.ejb.shared.JsonCodec;

/** Reads what was filled in on the way to the till, in one statement. */
@ApplicationScoped
class CheckoutQueries {

  private static final String STEPS =
      """
      SELECT CAST(json_build_object(
        'id', k.id, 'token', k.token, 'email', k.email, 'shippingMethod', k.shipping_method, 'payment', k.payment_method,
        'coupon', k.coupon_code,
        'order', CASE WHEN k.status = 'PAYING' THEN (SELECT max(number) FROM shop_order WHERE checkout_id = k.id) END,
        'until', (SELECT CAST(extract(epoch FROM expires_at) * 1000 AS bigint) FROM reservation WHERE checkout_id = k.id),
        'held', (SELECT coalesce(json_agg(json_build_object('variant', variant_id, 'pieces', quantity)), '[]')
                   FROM reservation_line WHERE checkout_id = k.id),
        'addresses', (SELECT coalesce(json_object_agg(kind, json_build_object('name', name, 'line1', line1, 'line2', line2, 'city', city,
                        'region', region, 'postalCode', postal_code, 'country', country, 'phone', phone)), '{}')
                        FROM checkout_address WHERE checkout_id = k.id),
        'cards', (SELECT coalesce(json_agg(json_build_object('id', g.id, 'lastFour', g.last_four, 'currency', g.currency,
                        'balance', g.balance_minor, 'blocked', g.blocked,
                        'until', CAST(extract(epoch FROM g.valid_until) * 1000 AS bigint)) ORDER BY g.id), '[]')
                    FROM checkout_gift_card c JOIN gift_card g ON g.id = c.gift_card_id WHERE c.checkout_id = k.id)) AS text)
        FROM checkout k WHERE k.cart_id = :cart AND k.status <> 'DONE'
      """;

  private static final String OWN =
      """
      SELECT 1 FROM shop_order o JOIN checkout k ON k.id = o.checkout_id
       WHERE o.number = :number AND (k.cart_id = :cart OR o.customer_id = :customer)
      """;

  private static final String UNDECIDED =
      """
      SELECT 1 FROM shop_order o
       WHERE o.number = :number AND o.status = 'PLACED' AND o.payment_method <> 'transfer'
         AND NOT EXISTS (SELECT 1 FROM payment p WHERE p.order_number = o.number AND p.provider_id IS NOT NULL)
      """;

  @PersistenceContext private EntityManager entityManager;

  /** What was filled in for a cart. */
  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  CheckoutSteps steps(long cart, Instant now) {
    List<String> rows =
        entityManager.createNativeQuery(STEPS).setParameter("cart", cart).getResultList();
    return rows.stream()
        .findFirst()
        .map(text -> steps(JsonCodec.object(text), now))
        .orElse(CheckoutSteps.NONE);
  }

  /** Whether an order came from a cart, or is a customer's; 0 where there is none. */
  boolean isOwn(OrderNumber number, long cart, long customer) {
    return !entityManager
        .createNativeQuery(OWN)
        .setParameter("number", number.value())
        .setParameter("cart", cart)
        .setParameter("customer", customer)
        .getResultList()
        .isEmpty();
  }

  /**
   * Whether an order waits for its money, while its provider is asked and has not said anything
   * yet.
   */
  boolean isUndecided(OrderNumber number) {
    return !entityManager
        .createNativeQuery(UNDECIDED)
        .setParameter("number", number.value())
        .getResultList()
        .isEmpty();
  }

  private static CheckoutSteps steps(JsonObject json, Instant now) {
    Hold hold = json.isNull("until") ? null : new Hold(moment(json, "until"));
    JsonObject addresses = json.getJsonObject("addresses");
    return new CheckoutSteps(
        json.getJsonNumber("id").longValueExact(),
        UUID.fromString(json.getString("token")),
        json.isNull("order") ? null : new OrderNumber(json.getJsonNumber("order").longValueExact()),
        text(json, "email") == null ? "" : text(json, "email"),
        address(addresses, "SHIPPING"),
        address(addresses, "BILLING"),
        text(json, "shippingMethod"),
        PaymentMethod.of(text(json, "payment")).orElse(null),
        text(json, "coupon"),
        json.getJsonArray("cards").getValuesAs(JsonObject.class).stream()
            .map(card -> card(card, now))
            .toList(),
        hold == null || !hold.isGood(now) ? null : hold,
        held(json.getJsonArray("held").getValuesAs(JsonObject.class)));
  }

  private static Map<Long, Integer> held(List<JsonObject> lines) {
    Map<Long, Integer> held = new HashMap<>();
    lines.forEach(
        line -> held.put(line.getJsonNumber("variant").longValueExact(), line.getInt("pieces")));
    return held;
  }

  private static PostalAddress address(JsonObject addresses, String kind) {
    JsonValue found = addresses.get(kind);
    if (found == null) {
      return null;
    }
    JsonObject json = found.asJsonObject();
    return new PostalAddress(
        json.getString("name"),
        json.getString("line1"),
        json.getString("line2"),
        json.getString("city"),
        json.getString("region"),
        json.getString("postalCode"),
        json.getString("country"),
        json.getString("phone"));
  }

  private static KeptCard card(JsonObject json, Instant now) {
    Money balance =
        Money.ofMinor(
            CurrencyUnit.of(json.getString("currency")),
            json.getJsonNumber("balance").longValueExact());
    Instant until = json.isNull("until") ? null : moment(json, "until");
    boolean isGood =
        !json.getBoolean("blocked")
            && balance.isPositive()
            && (until == null || now.isBefore(until));
    return new KeptCard(
        json.getJsonNumber("id").longValueExact(),
        json.getString("lastFour"),
        balance,
        until,
        isGood);
  }

  private static Instant moment(JsonObject json, String name) {
    return Instant.ofEpochMilli(json.getJsonNumber(name).longValueExact());
  }

  private static String text(JsonObject json, String name) {
    return json.get(name) instanceof JsonString text ? text.getString() : null;
  }
}
