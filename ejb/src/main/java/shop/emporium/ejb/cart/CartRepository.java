package shop.emporium.ejb.cart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import shop.emporium.domain.cart.Cart;
import shop.emporium.domain.cart.CartToken;
import shop.emporium.domain.catalog.ProductVariant;

/** Finds and keeps carts. */
@ApplicationScoped
class CartRepository {

  private static final String LINES =
      """
      SELECT v.sku, p.slug, p.name, concat_ws(', ', v.option1_value, v.option2_value, v.option3_value) AS options,
             l.quantity, v.price_minor, v.price_currency,
             CASE WHEN p.visible THEN v.available ELSE 0 END AS available,
             (SELECT f.hash || CASE f.content_type WHEN 'image/webp' THEN '.webp' WHEN 'image/png' THEN '.png'
                               WHEN 'image/jpeg' THEN '.jpg' WHEN 'image/gif' THEN '.gif' ELSE '.svg' END
                FROM product_picture pp
                JOIN picture_source s ON s.source = pp.source
                JOIN picture f ON f.hash = s.hash
               WHERE pp.product_id = p.id ORDER BY pp.position LIMIT 1) AS picture
        FROM cart c
        JOIN cart_line l ON l.cart_id = c.id
        JOIN product_variant v ON v.id = l.variant_id
        JOIN product p ON p.id = v.product_id
       WHERE c.token_hash = :hash
       ORDER BY l.added_at, l.id
      """;

  @PersistenceContext private EntityManager entityManager;

  /** The cart that a token opens, locked until the transaction ends. */
  Optional<Cart> lock(CartToken token) {
    return entityManager
        .createQuery("SELECT c FROM Cart c WHERE c.tokenHash = ?1", Cart.class)
        .setParameter(1, token.hash())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  void add(Cart cart) {
    entityManager.persist(cart);
  }

  /** A variant that shoppers may buy, whatever its stock. */
  Optional<ProductVariant> findOnSale(String sku) {
    return entityManager
        .createQuery(
            "SELECT v FROM ProductVariant v WHERE v.sku = ?1 AND v.product.visible",
            ProductVariant.class)
        .setParameter(1, sku)
        .getResultStream()
        .findFirst();
  }

  /** What is in a cart, in one statement. */
  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  List<CartLineView> lines(CartToken token) {
    List<Tuple> rows =
        entityManager
            .createNativeQuery(LINES, Tuple.class)
            .setParameter("hash", token.hash())
            .getResultList();
    return rows.stream().map(CartRepository::line).toList();
  }

  private static CartLineView line(Tuple row) {
    int quantity = ((Number) row.get("quantity")).intValue();
    Money price =
        Money.ofMinor(
            CurrencyUnit.of((String) row.get("price_currency")),
            ((Number) row.get("price_minor")).longValue());
    return new CartLineView(
        (String) row.get("sku"),
        (String) row.get("slug"),
        (String) row.get("name"),
        (String) row.get("options"),
        (String) row.get("picture"),
        quantity,
        price,
        price.multipliedBy(quantity),
        ((Number) row.get("available")).intValue());
  }

  /** How many pieces are in a cart. */
  int count(CartToken token) {
    return ((Number)
            entityManager
                .createNativeQuery(
                    "SELECT coalesce(sum(l.quantity), 0) FROM cart c JOIN cart_line l ON l.cart_id = c.id"
                        + " WHERE c.token_hash = :hash")
                .setParameter("hash", token.hash())
                .getSingleResult())
        .intValue();
  }

  /**
   * Throws away carts that nobody has touched since; at most so many at once, so that no
   * transaction grows long.
   */
  int deleteUntouchedSince(Instant limit, int most) {
    return entityManager
        .createNativeQuery(
            "DELETE FROM cart WHERE id IN (SELECT id FROM cart WHERE touched_at < :limit"
                + " ORDER BY touched_at LIMIT :most FOR UPDATE SKIP LOCKED)")
        .setParameter("limit", limit)
        .setParameter("most", most)
        .executeUpdate();
  }
}
