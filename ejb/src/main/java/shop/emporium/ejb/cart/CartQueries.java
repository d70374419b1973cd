package shop.emporium.ejb.cart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import shop.emporium.ejb.catalog.FirstPicture;

/** Reads carts, to show them: each in one statement. */
@ApplicationScoped
class CartQueries {

  private static final String LINES =
      """
      SELECT c.id AS cart, c.joined_lines, c.dropped_lines,
             v.sku, p.slug, p.name, concat_ws(', ', v.option1_value, v.option2_value, v.option3_value) AS options,
             l.quantity, v.price_minor, v.price_currency,
             CASE WHEN p.visible THEN v.available + coalesce(h.quantity, o.sold, 0) ELSE 0 END AS available,
             l.is_saved, l.seen_minor, l.seen_currency, l.seen_available,
             coalesce(l.held_before, 0) AS held_before, coalesce(l.brought, 0) AS brought, l.made_room,
      """
          + FirstPicture.FILE
          + """
       AS picture
        FROM cart c
        JOIN cart_line l ON l.cart_id = c.id
        JOIN product_variant v ON v.id = l.variant_id
        JOIN product p ON p.id = v.product_id
        LEFT JOIN checkout k ON k.cart_id = c.id AND k.status <> 'DONE'
        LEFT JOIN reservation_line h ON h.checkout_id = k.id AND h.variant_id = v.id AND NOT l.is_saved
        LEFT JOIN LATERAL (
          SELECT s.sold FROM shop_order placed JOIN order_line s ON s.order_number = placed.number
           WHERE k.status = 'PAYING' AND NOT l.is_saved AND placed.checkout_id = k.id AND placed.status = 'PLACED'
             AND s.variant_id = v.id) o ON true
       WHERE %s
       ORDER BY l.added_at, l.id
      """;

  private static final String COUNT =
      """
      SELECT coalesce(sum(l.quantity), 0) FROM cart c JOIN cart_line l ON l.cart_id = c.id
       WHERE NOT l.is_saved AND %s
      """;

  /** What is held about a customer's cart, for him to read. */
  private static final String EXPORT =
      """
      SELECT CAST(json_build_object(
               'createdAt', iso_utc(c.created_at), 'touchedAt', iso_utc(c.touched_at),
               'lines', (SELECT coalesce(json_agg(json_build_object(
                   'sku', v.sku, 'product', p.name, 'quantity', l.quantity, 'savedForLater', l.is_saved,
                   'addedAt', iso_utc(l.added_at)) ORDER BY l.added_at, l.id), '[]')
                 FROM cart_line l
                 JOIN product_variant v ON v.id = l.variant_id
                 JOIN product p ON p.id = v.product_id
                WHERE l.cart_id = c.id)) AS text)
        FROM cart c WHERE c.customer_id = :customer
      """;

  @PersistenceContext private EntityManager entityManager;

  /** A cart with all its lines; what is held for it at the till can be had by it. */
  CartView show(CartOwner owner, CurrencyUnit currency) {
    return view(find(LINES, owner).map(CartQueries::rows).orElse(List.of()), currency);
  }

  /** The same of a cart with this id. */
  CartView show(long cart, CurrencyUnit currency) {
    return view(rows(query(LINES.formatted("c.id = :cart")).setParameter("cart", cart)), currency);
  }

  private static CartView view(List<Tuple> rows, CurrencyUnit currency) {
    return rows.isEmpty()
        ? CartView.empty(currency)
        : CartView.of(
            ((Number) rows.get(0).get("cart")).longValue(),
            rows.stream().map(CartQueries::line).toList(),
            number(rows.get(0), "joined_lines"),
            number(rows.get(0), "dropped_lines"),
            currency);
  }

  /** How many pieces are in a cart. */
  int count(CartOwner owner) {
    return find(COUNT, owner)
        .map(query -> ((Number) rows(query).get(0).get(0)).intValue())
        .orElse(0);
  }

  /** The id of a cart. */
  Optional<Long> id(CartOwner owner) {
    return find("SELECT c.id FROM cart c WHERE %s", owner)
        .flatMap(query -> rows(query).stream().findFirst())
        .map(row -> ((Number) row.get(0)).longValue());
  }

  /** What is held about a customer's cart, as JSON. */
  Optional<String> export(long customer) {
    return rows(query(EXPORT).setParameter("customer", customer)).stream()
        .findFirst()
        .map(row -> (String) row.get(0));
  }

  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  private static List<Tuple> rows(Query query) {
    return query.getResultList();
  }

  /** A query of this owner's cart; empty where there can be none. */
  private Optional<Query> find(String sql, CartOwner owner) {
    if (owner instanceof CartOwner.Customer customer) {
      return Optional.of(
          query(sql.formatted("c.customer_id = :customer"))
              .setParameter("customer", customer.id()));
    }
    return ((CartOwner.Guest) owner)
        .token()
        .map(
            token ->
                query(sql.formatted("c.token_hash = :hash")).setParameter("hash", token.hash()));
  }

  private Query query(String sql) {
    return entityManager.createNativeQuery(sql, Tuple.class);
  }

  private static CartLineView line(Tuple row) {
    int quantity = number(row, "quantity");
    Money price = money(row, "price");
    return new CartLineView(
        (String) row.get("sku"),
        (String) row.get("slug"),
        (String) row.get("name"),
        (String) row.get("options"),
        (String) row.get("picture"),
        quantity,
        price,
        price.multipliedBy(quantity),
        number(row, "available"),
        (Boolean) row.get("is_saved"),
        new CartLineView.Seen(
            money(row, "seen"),
            number(row, "seen_available"),
            number(row, "held_before"),
            number(row, "brought"),
            (Boolean) row.get("made_room")));
  }

  private static int number(Tuple row, String column) {
    return ((Number) row.get(column)).intValue();
  }

  private static Money money(Tuple row, String prefix) {
    return Money.ofMinor(
        CurrencyUnit.of((String) row.get(prefix + "_currency")),
        ((Number) row.get(prefix + "_minor")).longValue());
  }
}
