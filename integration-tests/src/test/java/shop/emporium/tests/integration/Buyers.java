package shop.emporium.tests.integration;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.joda.money.Money;
import shop.emporium.domain.checkout.GiftCardCode;
import shop.emporium.domain.checkout.IdempotencyKey;
import shop.emporium.domain.customer.EmailAddress;
import shop.emporium.domain.customer.PostalAddress;
import shop.emporium.domain.shared.Actor;
import shop.emporium.ejb.checkout.PaymentMethod;
import shop.emporium.ejb.checkout.PlaceOrder;

/**
 * What tests of the till share: people with full carts, many at once, and the question whether
 * every promise holds.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Buyers {

  /** More than the processors, and more than connections to the database are free at times. */
  private static final int AT_ONCE = 24;

  private static final long FIRST_CART = 1_000_000;

  @Inject private Fixture shop;
  @Resource private ManagedExecutorService executor;

  /** Begins without carts, orders, coupons and cards, with these lines of Shopify's file. */
  public void stock(String... lines) {
    shop.execute(
        "TRUNCATE shop_order, payment, shipment, coupon, gift_card, idempotency_key, checkout, throttle CASCADE");
    shop.stock(lines);
  }

  /** Gives buyer number n (from 1) pieces of an SKU to his cart; returns the cart. */
  public long put(int buyer, String sku, int quantity) {
    long cart = FIRST_CART + buyer;
    shop.execute(
        "INSERT INTO cart (id, token_hash, created_at, touched_at)"
            + " VALUES (%d, sha256(convert_to('buyer %d', 'UTF8')), now(), now()) ON CONFLICT DO NOTHING"
                .formatted(cart, buyer));
    shop.execute(
        "INSERT INTO cart_line (id, cart_id, variant_id, quantity, added_at, seen_minor, seen_currency, seen_available)"
            + " SELECT %d + (SELECT count(*) FROM cart_line), %d, id, %d, clock_timestamp(), price_minor, price_currency, available FROM product_variant WHERE sku = '%s'"
                .formatted(FIRST_CART, cart, quantity, sku));
    return cart;
  }

  /** Gives buyers 1 to n a piece of an SKU each. */
  public void putEach(int buyers, String sku) {
    shop.execute(
        "INSERT INTO cart (id, token_hash, created_at, touched_at)"
            + " SELECT %d + n, sha256(convert_to('buyer ' || n, 'UTF8')), now(), now() FROM generate_series(1, %d) n ON CONFLICT DO NOTHING"
                .formatted(FIRST_CART, buyers));
    shop.execute(
        "INSERT INTO cart_line (id, cart_id, variant_id, quantity, added_at, seen_minor, seen_currency, seen_available)"
            + " SELECT %d + n + (SELECT count(*) FROM cart_line), %d + n, v.id, 1, clock_timestamp(), v.price_minor, v.price_currency, v.available"
                .formatted(FIRST_CART, FIRST_CART)
            + " FROM generate_series(1, %d) n, product_variant v WHERE v.sku = '%s'"
                .formatted(buyers, sku));
  }

  /** The cart of a buyer. */
  public static long cart(int buyer) {
    return FIRST_CART + buyer;
  }

  /** A guest's wish to order what is in his cart, to Berlin, by card. */
  public static Wish wish(int buyer) {
    return new Wish(buyer);
  }

  /** A wish that can be made more particular. */
  public static final class Wish {

    private final int buyer;
    private long cart;
    private Optional<UUID> token = Optional.empty();
    private Optional<IdempotencyKey> key = Optional.empty();
    private String email;
    private String coupon = "";
    private List<GiftCardCode> cards = List.of();
    private Optional<Money> expected = Optional.empty();
    private PaymentMethod method = PaymentMethod.CARD;
    private String postalCode = "10115";

    private Wish(int buyer) {
      this.buyer = buyer;
      this.cart = cart(buyer);
      this.email = "buyer" + buyer + "@mail.example";
    }

    Wish of(long otherCart) {
      cart = otherCart;
      return this;
    }

    Wish token(UUID value) {
      token = Optional.of(value);
      return this;
    }

    Wish key(String value, String body) {
      key = IdempotencyKey.of("cart:" + cart(buyer), value, body.getBytes(StandardCharsets.UTF_8));
      return this;
    }

    Wish email(String value) {
      email = value;
      return this;
    }

    Wish coupon(String value) {
      coupon = value;
      return this;
    }

    Wish cards(GiftCardCode... values) {
      cards = List.of(values);
      return this;
    }

    Wish expected(String value) {
      expected = Optional.of(Money.parse(value));
      return this;
    }

    Wish by(PaymentMethod value) {
      method = value;
      return this;
    }

    Wish postalCode(String value) {
      postalCode = value;
      return this;
    }

    PlaceOrder order() {
      return new PlaceOrder(
          cart,
          Optional.empty(),
          token,
          key,
          "de",
          EmailAddress.parse(email).orElseThrow(),
          new PostalAddress("Jo Doe", "Main St 1", "", "Berlin", "", postalCode, "DE", ""),
          null,
          "standard",
          method,
          Optional.of(coupon),
          cards,
          expected,
          Actor.GUEST);
    }
  }

  /** Calls for each of 1 to n, many at once; returns what they yield, in no order. */
  public <T> List<T> all(int calls, IntFunction<T> call)
      throws InterruptedException, ExecutionException {
    AtomicInteger next = new AtomicInteger();
    ConcurrentLinkedQueue<T> results = new ConcurrentLinkedQueue<>();
    Callable<Void> worker =
        () -> {
          for (int i = next.incrementAndGet(); i <= calls; i = next.incrementAndGet()) {
            results.add(call.apply(i));
          }
          return null;
        };
    for (Future<Void> done : executor.invokeAll(Collections.nCopies(AT_ONCE, worker))) {
      done.get();
    }
    return new ArrayList<>(results);
  }

  /** The promises that do not hold, in words; empty when all do. */
  public String brokenPromises() {
    return shop.text(
            "SELECT string_agg(promise || ': ' || subject || ': ' || detail, E'\\n') FROM broken_promise")
        .orElse("");
  }
}
