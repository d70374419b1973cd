package shop.emporium.domain.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;

/** What people read about a category in one language. */
@Embeddable
public class CategoryWords {

  @Column(nullable = false, length = 120)
  private String name;

  @Column(nullable = false, length = 1000)
  private String description;

  /** For JPA. */
  protected CategoryWords() {}

  /**
   * Words of one language.
   *
   * @param name empty when there is no translation
   * @param description one sentence for the head of its page, may be empty
   */
  public CategoryWords(String name, String description) {
    this.name = name.strip();
    this.description = description.strip();
  }

  public String getName() {
    return name;
  }

  public String getDescription() {
    return description;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CategoryWords that
        && name.equals(that.name)
        && description.equals(that.description);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, description);
  }
}
