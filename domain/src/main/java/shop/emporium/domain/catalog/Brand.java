package shop.emporium.domain.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import shop.emporium.domain.shared.Slug;

/** Who makes a product. Known by the slug of its name. */
@Entity
public class Brand {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "brand_seq")
  @SequenceGenerator(name = "brand_seq", sequenceName = "brand_seq", allocationSize = 10)
  private Long id;

  @Column(nullable = false, unique = true, length = 100)
  private String slug;

  @Column(nullable = false, length = 120)
  private String name;

  /** For JPA. */
  protected Brand() {}

  /** A brand that the shop meets for the first time. */
  public Brand(String name) {
    this.slug = Slug.of(name);
    this.name = name.strip();
  }

  public String getSlug() {
    return slug;
  }

  public String getName() {
    return name;
  }
}
