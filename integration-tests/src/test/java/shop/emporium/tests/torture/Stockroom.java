package shop.emporium.tests.torture;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import shop.emporium.domain.checkout.GiftCardCode;

/**
 * Makes what a scenario needs, straight in the database: goods, filled carts, coupons, gift cards,
 * accounts. All of one run has its name, so that it is found again and taken away. Each statement
 * may be tried again when its answer was lost.
 */
final class Stockroom {

  private static final String GOODS =
      """
      WITH place AS (SELECT (SELECT min(id) FROM brand) AS brand, (SELECT min(id) FROM category) AS category),
      made AS (
        INSERT INTO product (id, slug, name, brand_id, category_id, status, created_at, updated_at)
        SELECT nextval('product_seq'), ?, ?, brand, category, 'ACTIVE', now(), now() FROM place
        ON CONFLICT (slug) DO NOTHING RETURNING id)
      INSERT INTO product_variant (id, product_id, position, sku, price_minor, price_currency, available, weight_grams)
      SELECT nextval('product_variant_seq'), id, 1, ?, ?, 'EUR', ?, 100 FROM made
      """;

  /** A cart is known by the hash of what its cookie says. */
  private static final String CARTS =
      """
      WITH fresh AS MATERIALIZED (
        SELECT nextval('cart_seq') AS id,
               translate(rtrim(encode(sha256(CAST(gen_random_uuid() || '' || gen_random_uuid() AS bytea)), 'base64'), '='), '+/', '-_') AS token
          FROM generate_series(1, ?)),
      carts AS (
        INSERT INTO cart (id, token_hash, created_at, touched_at) SELECT id, sha256(CAST(token AS bytea)), now(), now() FROM fresh),
      lines AS (
        INSERT INTO cart_line (id, cart_id, variant_id, quantity, added_at, seen_minor, seen_currency, seen_available)
        SELECT nextval('cart_line_seq'), f.id, v.id, ?, now(), v.price_minor, v.price_currency, v.available
          FROM fresh f JOIN product_variant v ON v.sku = ANY (string_to_array(?, ' ')))
      SELECT token FROM fresh
      """;

  private static final String COUPON =
      """
      INSERT INTO coupon (code, kind, amount_minor, currency, total_limit, person_limit)
      VALUES (?, 'AMOUNT', 100, 'EUR', CAST(nullif(?, 0) AS integer), CAST(nullif(?, 0) AS integer))
      ON CONFLICT (code) DO NOTHING
      """;

  private static final String GIFT_CARD =
      """
      INSERT INTO gift_card (code_hash, last_four, currency, initial_minor, balance_minor)
      VALUES (decode(?, 'hex'), ?, 'EUR', ?, ?)
      ON CONFLICT (code_hash) DO NOTHING
      """;

  /** Its password is that of the demo shopper. */
  private static final String ACCOUNT =
      """
      INSERT INTO customer (id, email, email_key, name, password_hash, locale, role, confirmed_at, created_at)
      SELECT nextval('customer_seq'), ?, ?, 'Torture', password_hash, 'en', 'SHOPPER', now(), now()
        FROM customer WHERE email_key = 'shopper@example.com'
      ON CONFLICT (email_key) DO NOTHING
      """;

  private final String run;
  private final AtomicInteger number = new AtomicInteger();
  private final Map<String, Integer> received = new ConcurrentHashMap<>();

  Stockroom(String run) {
    this.run = run;
  }

  /** Something that nothing else of this run is called. */
  String name() {
    return run + "-" + number.incrementAndGet();
  }

  /** An address that no other order of this run has. */
  String email() {
    return name() + "@torture.example";
  }

  /** Some pieces of a new product; returns its SKU. */
  String goods(int pieces, long priceMinor) {
    String name = name();
    String sku = name.toUpperCase(Locale.ROOT);
    received.put(sku, pieces);
    Base.run(GOODS, name, "Torture " + name, sku, priceMinor, pieces);
    return sku;
  }

  /** So many pieces of each SKU came in. */
  Map<String, Integer> received() {
    return received;
  }

  /** Guests, each with some pieces of each of these SKUs in a cart of his own. */
  List<Buyer> guests(int count, String skus, int pieces) {
    return Base.texts(CARTS, count, pieces, skus).stream().map(Buyer::withCart).toList();
  }

  /** A coupon of 1.00; limits of 0 are none. */
  String coupon(int total, int person) {
    String code = name().toUpperCase(Locale.ROOT);
    Base.run(COUPON, code, total, person);
    return code;
  }

  /** A gift card; returns its code. */
  String giftCard(long minor) {
    GiftCardCode code = GiftCardCode.random();
    String hash = HexFormat.of().formatHex(code.hash());
    Base.run(GIFT_CARD, hash, code.lastFour(), minor, minor);
    return code.value();
  }

  /** A customer's account; returns its address. */
  String account() {
    String email = email();
    Base.run(ACCOUNT, email, email);
    return email;
  }

  /** Takes out of the shop what its pages would show. */
  void clear() {
    Base.run("UPDATE product SET status = 'ARCHIVED' WHERE slug LIKE ?", run + "-%");
    Base.run("DELETE FROM mail WHERE to_address LIKE ?", run + "-%@torture.example");
  }
}
