package shop.emporium.ejb.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import shop.emporium.domain.checkout.GiftCard;
import shop.emporium.domain.customer.PostalAddress;

/** Writes what is filled in on the way to the till, into checkouts that are locked. */
@ApplicationScoped
class StepRepository {

  private static final String CONTACT =
      """
      UPDATE checkout SET email = :email, locale = :locale, touched_at = now(),
             customer_id = CAST(nullif(:customer, '') AS bigint)
       WHERE id = :checkout
      """;

  private static final String ADDRESS =
      """
      INSERT INTO checkout_address (checkout_id, kind, name, line1, line2, city, region, postal_code, country, phone)
      VALUES (:checkout, :kind, :name, :line1, :line2, :city, :region, :postal, :country, :phone)
      ON CONFLICT (checkout_id, kind) DO UPDATE
         SET name = excluded.name, line1 = excluded.line1, line2 = excluded.line2, city = excluded.city,
             region = excluded.region, postal_code = excluded.postal_code, country = excluded.country, phone = excluded.phone
      """;

  private static final String KEEP_CARD =
      """
      INSERT INTO checkout_gift_card (checkout_id, gift_card_id)
      SELECT :checkout, :card WHERE (SELECT count(*) FROM checkout_gift_card WHERE checkout_id = :checkout) < :most
      ON CONFLICT DO NOTHING
      """;

  private static final String PURGE =
      """
      DELETE FROM checkout WHERE id IN (
        SELECT k.id FROM checkout k
         WHERE k.touched_at < now() - make_interval(days => CASE WHEN k.status = 'DONE' OR k.cart_id IS NULL THEN :overdays ELSE :idledays END)
           AND k.status <> 'PAYING' AND NOT EXISTS (SELECT 1 FROM reservation WHERE checkout_id = k.id)
         ORDER BY k.touched_at LIMIT :most FOR UPDATE SKIP LOCKED)
      """;

  @PersistenceContext private EntityManager entityManager;

  void contact(long checkout, String email, Optional<Long> customer, String locale) {
    entityManager
        .createNativeQuery(CONTACT)
        .setParameter("checkout", checkout)
        .setParameter("email", email)
        .setParameter("locale", locale)
        .setParameter("customer", customer.map(String::valueOf).orElse(""))
        .executeUpdate();
  }

  void shipping(long checkout, PostalAddress address) {
    address(checkout, "SHIPPING", address);
  }

  /** Null when it is where the parcel goes. */
  void billing(long checkout, PostalAddress address) {
    if (address == null) {
      entityManager
          .createNativeQuery(
              "DELETE FROM checkout_address WHERE checkout_id = ?1 AND kind = 'BILLING'")
          .setParameter(1, checkout)
          .executeUpdate();
    } else {
      address(checkout, "BILLING", address);
    }
  }

  private void address(long checkout, String kind, PostalAddress address) {
    entityManager
        .createNativeQuery(ADDRESS)
        .setParameter("checkout", checkout)
        .setParameter("kind", kind)
        .setParameter("name", address.name())
        .setParameter("line1", address.line1())
        .setParameter("line2", address.line2())
        .setParameter("city", address.city())
        .setParameter("region", address.region())
        .setParameter("postal", address.postalCode())
        .setParameter("country", address.country())
        .setParameter("phone", address.phone())
        .executeUpdate();
  }

  /** Null where a choice is to be made anew. */
  void shippingMethod(long checkout, String code) {
    set("shipping_method", checkout, code);
  }

  void payment(long checkout, PaymentMethod method) {
    set("payment_method", checkout, method.code());
  }

  /** Null to go without. */
  void coupon(long checkout, String code) {
    set("coupon_code", checkout, code);
  }

  private void set(String column, long checkout, String value) {
    entityManager
        .createNativeQuery(
            "UPDATE checkout SET %s = nullif(?2, ''), touched_at = now() WHERE id = ?1"
                .formatted(column))
        .setParameter(1, checkout)
        .setParameter(2, value == null ? "" : value)
        .executeUpdate();
  }

  /**
   * False when there are as many as an order may have; a card that is there already is no fault.
   */
  boolean keepCard(long checkout, long card) {
    entityManager
        .createNativeQuery(KEEP_CARD)
        .setParameter("checkout", checkout)
        .setParameter("card", card)
        .setParameter("most", GiftCard.MOST)
        .executeUpdate();
    return !entityManager
        .createNativeQuery(
            "SELECT 1 FROM checkout_gift_card WHERE checkout_id = ?1 AND gift_card_id = ?2")
        .setParameter(1, checkout)
        .setParameter(2, card)
        .getResultList()
        .isEmpty();
  }

  void dropCard(long checkout, long card) {
    entityManager
        .createNativeQuery(
            "DELETE FROM checkout_gift_card WHERE checkout_id = ?1 AND gift_card_id = ?2")
        .setParameter(1, checkout)
        .setParameter(2, card)
        .executeUpdate();
  }

  /** Sets how many pieces of a variant are in a cart that is locked; 0 takes them out. */
  void pieces(long cart, String sku, int quantity) {
    entityManager
        .createNativeQuery(
            quantity == 0
                ? "DELETE FROM cart_line WHERE cart_id = ?1 AND NOT is_saved AND ?3 = 0"
                    + " AND variant_id = (SELECT id FROM product_variant WHERE sku = ?2)"
                : "UPDATE cart_line SET quantity = ?3 WHERE cart_id = ?1 AND NOT is_saved"
                    + " AND variant_id = (SELECT id FROM product_variant WHERE sku = ?2)")
        .setParameter(1, cart)
        .setParameter(2, sku)
        .setParameter(3, quantity)
        .executeUpdate();
  }

  /**
   * Throws away checkouts that nobody has touched for so many days, addresses and all; returns how
   * many.
   *
   * @param over of those that are done, or whose cart is gone
   * @param left of those that were left on the way
   */
  int purge(int over, int left, int most) {
    return entityManager
        .createNativeQuery(PURGE)
        .setParameter("overdays", over)
        .setParameter("idledays", left)
        .setParameter("most", most)
        .executeUpdate();
  }
}
