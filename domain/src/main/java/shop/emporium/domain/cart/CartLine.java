package shop.emporium.domain.cart;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.joda.money.Money;
import shop.emporium.domain.catalog.ProductVariant;

/** Some pieces of one variant in a cart. Its price is always the variant's price of now. */
@Entity
@Table(name = "cart_line")
public class CartLine {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "cart_line_seq")
  @SequenceGenerator(name = "cart_line_seq", sequenceName = "cart_line_seq", allocationSize = 50)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  private Cart cart;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  private ProductVariant variant;

  @Column(nullable = false)
  private int quantity;

  @Column(name = "added_at", nullable = false)
  private Instant addedAt;

  /** For JPA. */
  protected CartLine() {}

  CartLine(Cart cart, ProductVariant variant, Instant now) {
    this.cart = cart;
    this.variant = variant;
    this.addedAt = now;
  }

  /**
   * Holds as many of the wanted pieces as stock and the limit of a line allow.
   *
   * @throws OutOfStockException when nothing is left, or it is no longer sold
   */
  QuantityChange hold(int wanted) {
    if (variant.getAvailable() == 0 || !variant.getProduct().isOnSale()) {
      throw new OutOfStockException(variant.getSku());
    }
    quantity = Math.min(wanted, Math.min(variant.getAvailable(), Cart.MAX_QUANTITY));
    return new QuantityChange(wanted, quantity);
  }

  public Cart getCart() {
    return cart;
  }

  public ProductVariant getVariant() {
    return variant;
  }

  public int getQuantity() {
    return quantity;
  }

  public Instant getAddedAt() {
    return addedAt;
  }

  /** Price of one piece times quantity. */
  public Money getTotal() {
    return variant.getPrice().multipliedBy(quantity);
  }
}
