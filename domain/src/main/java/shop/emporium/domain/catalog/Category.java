package shop.emporium.domain.catalog;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.SequenceGenerator;
import java.util.HashMap;
import java.util.Map;

/**
 * A shelf of the shop, in a tree of any depth. Known by its slug, which stays when it moves; its
 * words are in the shop's own language, English, with translations beside them.
 */
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

  @ElementCollection
  @CollectionTable(name = "category_translation", joinColumns = @JoinColumn(name = "category_id"))
  @MapKeyColumn(name = "language", length = 2)
  private Map<String, CategoryWords> translations = new HashMap<>();

  /** For JPA. */
  protected Category() {}

  /**
   * A category, last in its row until it is presented.
   *
   * @param parent the one above, or null at the top
   * @param slug one of {@link CategorySlugs} for this place and name
   */
  public Category(Category parent, String slug, String name) {
    this.parent = parent;
    this.slug = slug;
    this.name = name.strip();
    this.position = Integer.MAX_VALUE;
  }

  /**
   * Puts the category, with all that is below it, to another place of the tree.
   *
   * @param newParent the one above, or null for the top
   * @throws IllegalArgumentException when that is the category itself or below it
   */
  public void moveUnder(Category newParent) {
    for (Category above = newParent; above != null; above = above.getParent()) {
      if (above.getSlug().equals(slug)) {
        throw new IllegalArgumentException(
            "A category cannot stand below itself: " + slug + " under " + newParent.slug);
      }
    }
    this.parent = newParent;
  }

  /**
   * Sets what people read in another language.
   *
   * @param language two letters, such as "de"
   * @param words the words there; empty ones fall back to English
   */
  public void translate(String language, CategoryWords words) {
    if (words.getName().isEmpty()) {
      translations.remove(language);
    } else if (!words.equals(translations.get(language))) {
      translations.put(language, words);
    }
  }

  /**
   * Sets how the category shows itself.
   *
   * @param name what people read in English; the slug stays
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
