package shop.emporium.domain.catalog;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import shop.emporium.domain.shared.Price;

/**
 * What a shopper buys: one size, one colour, with its own SKU, price and stock.
 *
 * <p>A former price is kept only while it is above the price: then, and only then, the variant is
 * on sale.
 */
@Entity
@Table(name = "product_variant")
public class ProductVariant {

  /** A product is told apart by three options at most, as in the files that shops exchange. */
  public static final int MAX_OPTIONS = 3;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "product_variant_seq")
  @SequenceGenerator(
      name = "product_variant_seq",
      sequenceName = "product_variant_seq",
      allocationSize = 50)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  private Product product;

  @Column(nullable = false)
  private int position;

  @Column(nullable = false, unique = true, length = 100)
  private String sku;

  @Column(name = "option1_name", length = 100)
  private String option1Name;

  @Column(name = "option1_value")
  private String option1Value;

  @Column(name = "option2_name", length = 100)
  private String option2Name;

  @Column(name = "option2_value")
  private String option2Value;

  @Column(name = "option3_name", length = 100)
  private String option3Name;

  @Column(name = "option3_value")
  private String option3Value;

  @Embedded private Price price;

  @Embedded
  @AttributeOverride(name = "minor", column = @Column(name = "former_minor"))
  @AttributeOverride(name = "currency", column = @Column(name = "former_currency", length = 3))
  private Price formerPrice;

  /** Never written back: between reading and writing it, somebody else may have bought some. */
  @Column(nullable = false, updatable = false)
  private int available;

  @Column(name = "weight_grams", nullable = false)
  private int weightGrams;

  @Column(length = 100)
  private String barcode;

  /** For JPA. */
  protected ProductVariant() {}

  ProductVariant(Product product, String sku) {
    this.product = product;
    this.sku = sku;
  }

  /**
   * Sets what tells this variant from its siblings.
   *
   * @param options at most {@link #MAX_OPTIONS}; none for a product of one variant
   */
  void distinguish(int position, List<VariantOption> options) {
    if (options.size() > MAX_OPTIONS) {
      throw new IllegalArgumentException("At most three options tell variants apart: " + options);
    }
    this.position = position;
    option1Name = options.size() > 0 ? options.get(0).name() : null;
    option1Value = options.size() > 0 ? options.get(0).value() : null;
    option2Name = options.size() > 1 ? options.get(1).name() : null;
    option2Value = options.size() > 1 ? options.get(1).value() : null;
    option3Name = options.size() > 2 ? options.get(2).name() : null;
    option3Value = options.size() > 2 ? options.get(2).value() : null;
  }

  /**
   * Sets what it costs.
   *
   * @param former what it cost before, or null; forgotten unless it is above the new price
   */
  public void price(Money now, Money former) {
    this.price = Price.of(now);
    this.formerPrice = former != null && former.isGreaterThan(now) ? Price.of(former) : null;
  }

  /**
   * Sets the counted stock.
   *
   * @param pieces what can be sold now, 0 or more
   * @throws IllegalArgumentException when negative
   */
  public void stock(int pieces) {
    if (pieces < 0) {
      throw new IllegalArgumentException("Stock cannot be negative: " + pieces);
    }
    this.available = pieces;
  }

  /**
   * Sets what the parcel service and the till read.
   *
   * @param weightGrams 0 when unknown
   * @param barcode null when there is none
   */
  public void label(int weightGrams, String barcode) {
    if (weightGrams < 0) {
      throw new IllegalArgumentException("Weight cannot be negative: " + weightGrams);
    }
    this.weightGrams = weightGrams;
    this.barcode = barcode;
  }

  public Long getId() {
    return id;
  }

  public Product getProduct() {
    return product;
  }

  public String getSku() {
    return sku;
  }

  public Money getPrice() {
    return price.toMoney();
  }

  /** What it cost before, or null when it is not on sale. */
  public Money getFormerPrice() {
    return formerPrice == null ? null : formerPrice.toMoney();
  }

  public int getAvailable() {
    return available;
  }

  public int getWeightGrams() {
    return weightGrams;
  }

  public String getBarcode() {
    return barcode;
  }

  /** What tells it from its siblings, empty for an only variant. */
  public List<VariantOption> getOptions() {
    return Stream.of(
            new VariantOption(option1Name, option1Value),
            new VariantOption(option2Name, option2Value),
            new VariantOption(option3Name, option3Value))
        .filter(option -> option.value() != null)
        .toList();
  }

  /** The options in words, such as "Lilac, 42"; empty for an only variant. */
  public String describe() {
    return getOptions().stream().map(VariantOption::value).collect(Collectors.joining(", "));
  }
}
