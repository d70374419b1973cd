package shop.emporium.domain.catalog;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What people look at: a name, words, pictures, and the variants of which they buy one.
 *
 * <p>A product enters the shop by an import or in the back office, is described, filed under a
 * category and shown; its variants are stocked and priced one by one. A product that is no longer
 * sold is archived, never deleted, since orders name it. It is known by its slug, which is part of
 * its address.
 */
@Entity
public class Product {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "product_seq")
  @SequenceGenerator(name = "product_seq", sequenceName = "product_seq", allocationSize = 50)
  private Long id;

  @Column(nullable = false, unique = true, length = 200)
  private String slug;

  @Column(nullable = false)
  private String name;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  private Brand brand;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  private Category category;

  @Column(nullable = false, columnDefinition = "text")
  private String description = "";

  @Column(name = "seo_title")
  private String seoTitle;

  @Column(name = "seo_description", length = 1000)
  private String seoDescription;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 10)
  private ProductStatus status = ProductStatus.DRAFT;

  @Column(nullable = false)
  private boolean published = true;

  /** Kept by the database: on sale and published. */
  @Column(nullable = false, insertable = false, updatable = false)
  private boolean visible;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  @ElementCollection
  @CollectionTable(name = "product_tag", joinColumns = @JoinColumn(name = "product_id"))
  @Column(name = "tag", nullable = false)
  private Set<String> tags = new HashSet<>();

  @ElementCollection
  @CollectionTable(name = "product_specification", joinColumns = @JoinColumn(name = "product_id"))
  @OrderColumn(name = "position")
  private List<Specification> specifications = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "product_picture", joinColumns = @JoinColumn(name = "product_id"))
  @OrderColumn(name = "position")
  private List<ProductPicture> pictures = new ArrayList<>();

  @OneToMany(mappedBy = "product", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("position")
  private List<ProductVariant> variants = new ArrayList<>();

  /** For JPA. */
  protected Product() {}

  /**
   * A product that the shop has not had before; nobody sees it until it is shown.
   *
   * @param slug part of its address for ever
   */
  public Product(String slug, Instant now) {
    this.slug = slug;
    this.createdAt = now;
    this.updatedAt = now;
  }

  /** Files the product under a category and its maker. */
  public void file(Category category, Brand brand) {
    this.category = category;
    this.brand = brand;
  }

  /**
   * Sets the words about the product.
   *
   * @param description sanitised HTML; whoever calls this has sanitised it
   */
  public void describe(String name, String description, Instant now) {
    this.name = name.strip();
    this.description = description;
    this.updatedAt = now;
  }

  /** Sets what search engines show; null for what the name and text already say. */
  public void optimise(String title, String summary) {
    this.seoTitle = title;
    this.seoDescription = summary;
  }

  public void changeStatus(ProductStatus status) {
    this.status = status;
  }

  /** Replaces the words under which the product is found. */
  public void tag(Collection<String> words) {
    Set<String> wanted = new TreeSet<>(words);
    tags.retainAll(wanted);
    tags.addAll(wanted);
  }

  /** Replaces the data sheet; an unchanged one costs no write. */
  public void specify(List<Specification> lines) {
    replace(specifications, lines);
  }

  /** Replaces the pictures, first one first; unchanged ones cost no write. */
  public void illustrate(List<ProductPicture> all) {
    replace(pictures, all);
  }

  private static <T> void replace(List<T> current, List<T> wanted) {
    if (!current.equals(wanted)) {
      current.clear();
      current.addAll(wanted);
    }
  }

  /**
   * The variant with this SKU, made when the product does not have it yet.
   *
   * @param options what tells it from its siblings, three at most
   */
  public ProductVariant variant(String sku, int position, List<VariantOption> options) {
    ProductVariant variant =
        findVariant(sku)
            .orElseGet(
                () -> {
                  ProductVariant added = new ProductVariant(this, sku);
                  variants.add(added);
                  return added;
                });
    variant.distinguish(position, options);
    return variant;
  }

  /** The variant with this SKU, if the product has it. */
  public Optional<ProductVariant> findVariant(String sku) {
    return variants.stream().filter(variant -> variant.getSku().equals(sku)).findFirst();
  }

  /** Whether shoppers may see and buy it. */
  public boolean isOnSale() {
    return status == ProductStatus.ACTIVE && published;
  }

  public String getSlug() {
    return slug;
  }

  public String getName() {
    return name;
  }

  public Brand getBrand() {
    return brand;
  }

  public Category getCategory() {
    return category;
  }

  public String getDescription() {
    return description;
  }

  public String getSeoTitle() {
    return seoTitle;
  }

  public String getSeoDescription() {
    return seoDescription;
  }

  public ProductStatus getStatus() {
    return status;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  public Instant getUpdatedAt() {
    return updatedAt;
  }

  public Set<String> getTags() {
    return Set.copyOf(tags);
  }

  public List<Specification> getSpecifications() {
    return List.copyOf(specifications);
  }

  public List<ProductPicture> getPictures() {
    return List.copyOf(pictures);
  }

  public List<ProductVariant> getVariants() {
    return List.copyOf(variants);
  }
}
