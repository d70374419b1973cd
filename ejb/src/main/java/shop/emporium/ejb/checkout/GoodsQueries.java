package shop.emporium.ejb.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import shop.emporium.domain.checkout.Item;
import shop.emporium.ejb.order.OrderedGoods;

/** Reads what is in a cart, as it is sold now. */
@ApplicationScoped
class GoodsQueries {

  private static final String GOODS =
      """
      SELECT v.id, v.sku, v.product_id, v.price_minor, v.price_currency, v.weight_grams, l.quantity, p.slug, p.name,
             CASE WHEN p.visible THEN v.available ELSE 0 END AS free,
             concat_ws(', ', v.option1_value, v.option2_value, v.option3_value) AS options,
             category_path(p.category_id) AS categories,
             (SELECT f.hash || CASE f.content_type WHEN 'image/webp' THEN '.webp' WHEN 'image/png' THEN '.png'
                               WHEN 'image/jpeg' THEN '.jpg' WHEN 'image/gif' THEN '.gif' ELSE '.svg' END
                FROM product_picture pp
                JOIN picture_source s ON s.source = pp.source
                JOIN picture f ON f.hash = s.hash
               WHERE pp.product_id = p.id ORDER BY pp.position LIMIT 1) AS picture
        FROM cart_line l
        JOIN product_variant v ON v.id = l.variant_id
        JOIN product p ON p.id = v.product_id
       WHERE l.cart_id = :cart AND NOT l.is_saved
       ORDER BY l.added_at, l.id
      """;

  @PersistenceContext private EntityManager entityManager;

  /**
   * What a line of a cart is, and what it is called.
   *
   * @param free pieces that anybody can have now; 0 also when it is no longer sold
   */
  record Goods(Item item, OrderedGoods called, int free) {}

  /** The lines of a cart, in the order in which they were put in. */
  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  List<Goods> of(long cart) {
    List<Tuple> rows =
        entityManager
            .createNativeQuery(GOODS, Tuple.class)
            .setParameter("cart", cart)
            .getResultList();
    return rows.stream().map(GoodsQueries::goods).toList();
  }

  private static Goods goods(Tuple row) {
    Money price =
        Money.ofMinor(
            CurrencyUnit.of((String) row.get("price_currency")), number(row, "price_minor"));
    return new Goods(
        new Item(
            (String) row.get("sku"),
            number(row, "product_id"),
            price,
            (int) number(row, "quantity"),
            (int) number(row, "weight_grams"),
            List.of(((String) row.get("categories")).split("/"))),
        new OrderedGoods(
            number(row, "id"),
            (String) row.get("slug"),
            (String) row.get("name"),
            (String) row.get("options"),
            (String) row.get("picture")),
        (int) number(row, "free"));
  }

  private static long number(Tuple row, String column) {
    return ((Number) row.get(column)).longValue();
  }
}
