package shop.emporium.tests.purchase;

/**
 * The statements by which something was bought long ago: an order without a price, of a piece that
 * is not counted any more, so that every promise about money and stock holds.
 */
public final class Purchases {

  private static final String ORDER =
      """
      WITH placed AS (
        INSERT INTO shop_order (checkout_token, checkout_id, customer_id, email, email_key, locale, status, status_by, paid_at, pay_until,
               currency, tax_mode, items_minor, discount_minor, shipping_minor, shipping_tax_minor, tax_minor, total_minor,
               gift_card_minor, due_minor, shipping_method, shipping_name, arrives_from, arrives_until, payment_method)
        VALUES (gen_random_uuid(), 0, %s, '%s', '%s', 'en', '%s', 'shop', now(), now(), 'EUR', 'INCLUSIVE', 0, 0, 0, 0, 0, 0, 0, 0,
               'standard', 'Standard', current_date, current_date, 'card')
        RETURNING number),
      address AS (
        INSERT INTO order_address (order_number, kind, name, line1, line2, city, region, postal_code, country, phone)
        SELECT number, 'SHIPPING', 'Ada Lovelace', 'Main St 1', '', 'Berlin', '', '10115', 'DE', '' FROM placed)
      INSERT INTO order_line (order_number, position, variant_id, product_id, sku, slug, name, options, quantity, sold, unit_price_minor,
             items_minor, discount_minor, tax_percent, tax_minor, weight_grams)
      SELECT placed.number, 1, v.id, p.id, v.sku, p.slug, p.name, coalesce(v.option1_value, ''), 1, 0, 0, 0, 0, 0, 0, 0
        FROM placed, product p JOIN LATERAL (SELECT * FROM product_variant WHERE product_id = p.id ORDER BY position LIMIT 1) v ON true
       WHERE p.slug = '%s'
      RETURNING order_number
      """;

  private Purchases() {}

  /**
   * An order of a guest; the statement yields its number.
   *
   * @param status of the order, such as {@code DELIVERED}
   */
  public static String ofGuest(String email, String slug, String status) {
    return ORDER.formatted("NULL", email, email, status, slug);
  }

  /** An order of a customer; the statement yields its number. */
  public static String ofCustomer(String email, String slug, String status) {
    return ORDER.formatted(
        "(SELECT id FROM customer WHERE email_key = '" + email + "')", email, email, status, slug);
  }

  /** A parcel with all of an order, which was handed over. */
  public static String parcel(long order) {
    return """
      WITH packed AS (INSERT INTO shipment (order_number, status, status_by) VALUES (%1$d, 'SHIPPED', 'shop') RETURNING id)
      INSERT INTO shipment_line (shipment_id, order_number, position, quantity) SELECT id, %1$d, 1, 1 FROM packed RETURNING shipment_id
      """
        .formatted(order);
  }
}
