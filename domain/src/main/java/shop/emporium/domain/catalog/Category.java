package shop.emporium.domain.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import shop.emporium.domain.shared.Slug;

/** A shelf of the shop, in a tree of any depth. Known by its slug. */
@Entity
public class Category {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "category_seq")
  @SequenceGenerator(name = "category_seq", sequenceName = "category_seq", allocationSize = 10)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  private Category parent;

  @Column(nullable = false, unique = true, length = 100)
  private String slug;

  @Column(nullable = false, length = 120)
  private String name;

  @Column(nullable = false, length = 1000)
  private String description = "";

  @Column(length = 2000)
  private String picture;

  @Column(nullable = false, length = 10)
  private String tint = "iris";

  @Column(nullable = false)
  private int position;

  /** For JPA. */
  protected Category() {}

  /** A category at the top of the tree, last in its row until it is presented. */
  public Category(String name) {
    this.slug = Slug.of(name);
    this.name = name.strip();
    this.position = Integer.MAX_VALUE;
  }

  /**
   * Sets how the category shows itself.
   *
   * @param name what people read; the slug stays
   * @param description one sentence for the head of its page, may be empty
   * @param picture the source of its picture, or null for none
   * @param tint background of its tile: iris, peach, mint or sky
   * @param position order among its siblings, smallest first
   */
  public void present(String name, String description, String picture, String tint, int position) {
    this.name = name.strip();
    this.description = description.strip();
    this.picture = picture;
    this.tint = tint;
    this.position = position;
  }

  public String getSlug() {
    return slug;
  }

  public String getName() {
    return name;
  }

  public Category getParent() {
    return parent;
  }
}
