package shop.emporium.ejb.cart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityGraph;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import shop.emporium.domain.cart.Cart;
import shop.emporium.domain.cart.CartLine;
import shop.emporium.domain.cart.CartToken;
import shop.emporium.domain.catalog.ProductVariant;
import shop.emporium.ejb.customer.UnknownEntryException;

/** Finds and keeps carts, to change them. */
@ApplicationScoped
class CartRepository {

  /** What is held for a cart, or belongs to its order that is being paid; never both. */
  private static final String HELD =
      """
      SELECT r.variant_id, r.quantity FROM checkout k JOIN reservation_line r ON r.checkout_id = k.id
       WHERE k.cart_id = :cart AND k.status = 'OPEN'
      UNION ALL
      SELECT l.variant_id, l.sold FROM checkout k
        JOIN shop_order o ON o.checkout_id = k.id AND o.status = 'PLACED'
        JOIN order_line l ON l.order_number = o.number
       WHERE k.cart_id = :cart AND k.status = 'PAYING'
      """;

  @PersistenceContext private EntityManager entityManager;

  /** The cart of an owner, locked until the transaction ends. */
  Optional<Cart> lock(CartOwner owner) {
    if (owner instanceof CartOwner.Customer customer) {
      return lock(null, customer.id()).stream().findFirst();
    }
    return ((CartOwner.Guest) owner)
        .token()
        .flatMap(token -> lock(token.hash(), null).stream().findFirst());
  }

  /**
   * The guest's cart and the customer's, as far as they are there, both locked before anything of
   * them is read. Always in the order of their ids, so that two who want the same never wait for
   * each other.
   */
  List<Cart> lockBoth(CartToken token, long customer) {
    return lock(token.hash(), customer);
  }

  private List<Cart> lock(byte[] tokenHash, Long customer) {
    List<Cart> carts =
        entityManager
            .createQuery(
                "SELECT c FROM Cart c WHERE c.tokenHash = ?1 OR c.customerId = ?2 ORDER BY c.id",
                Cart.class)
            .setParameter(1, tokenHash)
            .setParameter(2, customer)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
    readAhead(carts);
    return carts;
  }

  /** All lines with what they are of at once, since the rules look at each. */
  private void readAhead(List<Cart> carts) {
    if (!carts.isEmpty()) {
      EntityGraph<CartLine> whole = entityManager.createEntityGraph(CartLine.class);
      whole.addSubgraph("variant").addAttributeNodes("product");
      entityManager
          .createQuery("SELECT l FROM CartLine l WHERE l.cart IN ?1", CartLine.class)
          .setParameter(1, carts)
          .setHint("jakarta.persistence.loadgraph", whole)
          .getResultList();
      carts.forEach(cart -> cart.know(held(cart)));
    }
  }

  /** What is held for a cart at the till. */
  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  private Map<Long, Integer> held(Cart cart) {
    List<Tuple> rows =
        entityManager
            .createNativeQuery(HELD, Tuple.class)
            .setParameter("cart", cart.getId())
            .getResultList();
    return rows.stream()
        .collect(
            Collectors.toMap(
                row -> ((Number) row.get("variant_id")).longValue(),
                row -> ((Number) row.get("quantity")).intValue()));
  }

  /** Whether a token opens a cart. */
  boolean isThere(CartToken token) {
    return !entityManager
        .createNativeQuery("SELECT 1 FROM cart WHERE token_hash = :hash")
        .setParameter("hash", token.hash())
        .getResultList()
        .isEmpty();
  }

  void add(Cart cart) {
    entityManager.persist(cart);
  }

  void remove(Cart cart) {
    entityManager.remove(cart);
  }

  /**
   * Sees to it that a customer has a cart. Whoever does it at the same time on another node waits,
   * and finds that there is one. Nobody's is made for an account that is erased.
   */
  void addOfCustomer(long customer, Instant now) {
    entityManager
        .createNativeQuery(
            """
            INSERT INTO cart (id, customer_id, created_at, touched_at)
            SELECT nextval('cart_seq'), c.id, CAST(:now AS timestamptz), CAST(:now AS timestamptz) FROM customer c
             WHERE c.id = :customer AND c.erased_at IS NULL FOR KEY SHARE
            ON CONFLICT (customer_id) DO NOTHING
            """)
        .setParameter("customer", customer)
        .setParameter("now", now)
        .executeUpdate();
  }

  /**
   * The cart of a customer, new or not, locked until the transaction ends.
   *
   * @throws UnknownEntryException when the customer has been erased
   */
  Cart open(long customer, Instant now) {
    CartOwner owner = CartOwner.customer(customer);
    return lock(owner)
        .orElseGet(
            () -> {
              addOfCustomer(customer, now);
              return lock(owner).orElseThrow(UnknownEntryException::new);
            });
  }

  /** Deletes the cart of a customer with all that is in it. */
  void deleteOfCustomer(long customer) {
    entityManager
        .createNativeQuery("DELETE FROM cart WHERE customer_id = :customer")
        .setParameter("customer", customer)
        .executeUpdate();
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

  /** Those of these variants that shoppers may buy, whatever their stock, by SKU. */
  Map<String, ProductVariant> findOnSale(Collection<String> skus) {
    return entityManager
        .createQuery(
            "SELECT v FROM ProductVariant v JOIN FETCH v.product WHERE v.sku IN ?1 AND v.product.visible",
            ProductVariant.class)
        .setParameter(1, skus)
        .getResultStream()
        .collect(Collectors.toMap(ProductVariant::getSku, variant -> variant));
  }

  /**
   * Throws away guests' carts that nobody has touched since; at most so many at once, so that no
   * transaction grows long.
   */
  int deleteUntouchedSince(Instant limit, int most) {
    return entityManager
        .createNativeQuery(
            "DELETE FROM cart WHERE id IN (SELECT id FROM cart"
                + " WHERE touched_at < :limit AND customer_id IS NULL"
                + " ORDER BY touched_at LIMIT :most FOR UPDATE SKIP LOCKED)")
        .setParameter("limit", limit)
        .setParameter("most", most)
        .executeUpdate();
  }
}
