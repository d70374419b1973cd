package shop.emporium.domain.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;

/**
 * Where a picture of a product came from, and what it shows in words. The bytes are kept apart,
 * once, by content.
 */
@Embeddable
public class ProductPicture {

  @Column(nullable = false, length = 2000)
  private String source;

  @Column(nullable = false, length = 512)
  private String alt;

  /** For JPA. */
  protected ProductPicture() {}

  /**
   * A picture of a product.
   *
   * @param source the address or file name that the catalogue file gives
   * @param alt what a person who cannot see it should know, may be empty
   */
  public ProductPicture(String source, String alt) {
    this.source = Objects.requireNonNull(source);
    this.alt = alt == null ? "" : alt;
  }

  public String getSource() {
    return source;
  }

  public String getAlt() {
    return alt;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ProductPicture that
        && source.equals(that.source)
        && alt.equals(that.alt);
  }

  @Override
  public int hashCode() {
    return Objects.hash(source, alt);
  }
}
