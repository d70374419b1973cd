package shop.emporium.ejb.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import shop.emporium.domain.checkout.GiftCard;
import shop.emporium.domain.checkout.GiftCardCode;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.ejb.shared.SqlMoment;

/** Reads gift cards, and takes from them while nobody else can. */
@ApplicationScoped
class GiftCardRepository {

  private static final String FIND =
      """
      SELECT id, encode(code_hash, 'hex') AS hash, currency, balance_minor, valid_until, blocked FROM gift_card
       WHERE code_hash IN (SELECT decode(h, 'hex') FROM unnest(CAST(:hashes AS text[])) AS h)
      """;

  /** In one statement with those of a call, so that all are locked in the order of their ids. */
  private static final String KEPT =
      """
          OR id IN (SELECT g.gift_card_id FROM checkout k JOIN checkout_gift_card g ON g.checkout_id = k.id
                     WHERE k.cart_id = :cart AND k.status <> 'DONE')
      """;

  private static final String LOCK = " ORDER BY id FOR NO KEY UPDATE";

  private static final String SPEND =
      """
      WITH taken AS (UPDATE gift_card SET balance_minor = balance_minor - :amount WHERE id = :card)
      INSERT INTO gift_card_use (order_number, gift_card_id, amount_minor) VALUES (:number, :card, :amount)
      """;

  private static final String LOCK_OF_ORDER =
      """
      SELECT id FROM gift_card WHERE id IN (SELECT gift_card_id FROM gift_card_use WHERE order_number = :number)
       ORDER BY id FOR NO KEY UPDATE
      """;

  /** Money that comes back can be spent for a while, though its card would be over. */
  private static final String STILL_GOOD =
      "CASE WHEN g.valid_until < now() + interval '90 days' THEN now() + interval '90 days' ELSE g.valid_until END";

  private static final String GIVE_BACK =
      """
      WITH had AS (SELECT gift_card_id, amount_minor - returned_minor AS rest FROM gift_card_use WHERE order_number = :number),
      noted AS (UPDATE gift_card_use SET returned_minor = amount_minor WHERE order_number = :number)
      UPDATE gift_card g SET balance_minor = g.balance_minor + had.rest, valid_until = %s FROM had WHERE g.id = had.gift_card_id
      """
          .formatted(STILL_GOOD);

  /** One card after the other, each no more than was taken from it. */
  private static final String GIVE_PART_BACK =
      """
      WITH had AS (
        SELECT gift_card_id, amount_minor - returned_minor AS rest,
               sum(amount_minor - returned_minor) OVER (ORDER BY gift_card_id) - (amount_minor - returned_minor) AS others
          FROM gift_card_use WHERE order_number = :number),
      part AS (SELECT gift_card_id, CAST(least(rest, greatest(0, :amount - others)) AS bigint) AS back FROM had),
      noted AS (
        UPDATE gift_card_use u SET returned_minor = u.returned_minor + part.back
          FROM part WHERE u.order_number = :number AND u.gift_card_id = part.gift_card_id),
      given AS (
        UPDATE gift_card g SET balance_minor = g.balance_minor + part.back, valid_until = %s
          FROM part WHERE g.id = part.gift_card_id AND part.back > 0)
      SELECT coalesce(sum(back), 0) FROM part
      """
          .formatted(STILL_GOOD);

  @PersistenceContext private EntityManager entityManager;

  /**
   * The cards with these codes, locked, in the order of the codes; those that are none are left
   * out.
   */
  List<GiftCard> lock(List<GiftCardCode> codes) {
    if (codes.isEmpty()) {
      return List.of();
    }
    List<String> hashes = hashes(codes);
    return inOrder(hashes, rows(query(FIND + LOCK, hashes)));
  }

  /** The same, and behind them those that the checkout of a cart keeps. */
  List<GiftCard> lock(List<GiftCardCode> codes, long cart) {
    List<String> hashes = hashes(codes);
    List<Tuple> rows = rows(query(FIND + KEPT + LOCK, hashes).setParameter("cart", cart));
    return inOrder(
        Stream.concat(hashes.stream(), rows.stream().map(row -> (String) row.get("hash")))
            .distinct()
            .toList(),
        rows);
  }

  /** The card with this code; it may be another one a moment later. */
  Optional<GiftCard> find(GiftCardCode code) {
    return rows(query(FIND, hashes(List.of(code)))).stream()
        .findFirst()
        .map(GiftCardRepository::card);
  }

  private static List<String> hashes(List<GiftCardCode> codes) {
    return codes.stream().map(code -> HexFormat.of().formatHex(code.hash())).distinct().toList();
  }

  private Query query(String sql, List<String> hashes) {
    return entityManager
        .createNativeQuery(sql, Tuple.class)
        .setParameter("hashes", hashes.stream().collect(Collectors.joining(",", "{", "}")));
  }

  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  private static List<Tuple> rows(Query query) {
    return query.getResultList();
  }

  private static List<GiftCard> inOrder(List<String> hashes, List<Tuple> rows) {
    Map<String, GiftCard> found = new HashMap<>();
    rows.forEach(row -> found.put((String) row.get("hash"), card(row)));
    return hashes.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  private static GiftCard card(Tuple row) {
    return new GiftCard(
        ((Number) row.get("id")).longValue(),
        Money.ofMinor(
            CurrencyUnit.of((String) row.get("currency")),
            ((Number) row.get("balance_minor")).longValue()),
        SqlMoment.of(row.get("valid_until")),
        (Boolean) row.get("blocked"));
  }

  /** Takes from a card that is locked. */
  void spend(GiftCard.Spending spending, OrderNumber number) {
    entityManager
        .createNativeQuery(SPEND)
        .setParameter("card", spending.card())
        .setParameter("amount", spending.amount().getAmountMinorLong())
        .setParameter("number", number.value())
        .executeUpdate();
  }

  /** Gives an order's cards a part of what it took back; returns how much that is. */
  Money giveBack(OrderNumber number, Money most) {
    if (!lockOf(number)) {
      return Money.zero(most.getCurrencyUnit());
    }
    Number given =
        (Number)
            entityManager
                .createNativeQuery(GIVE_PART_BACK)
                .setParameter("number", number.value())
                .setParameter("amount", most.getAmountMinorLong())
                .getSingleResult();
    return Money.ofMinor(most.getCurrencyUnit(), given.longValue());
  }

  private boolean lockOf(OrderNumber number) {
    return !entityManager
        .createNativeQuery(LOCK_OF_ORDER)
        .setParameter("number", number.value())
        .getResultList()
        .isEmpty();
  }

  /** Gives an order's cards back what it took. */
  void giveBack(OrderNumber number) {
    if (lockOf(number)) {
      entityManager
          .createNativeQuery(GIVE_BACK)
          .setParameter("number", number.value())
          .executeUpdate();
    }
  }
}
