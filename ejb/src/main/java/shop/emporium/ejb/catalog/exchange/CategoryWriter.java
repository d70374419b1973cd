package shop.emporium.ejb.catalog.exchange;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import shop.emporium.domain.catalog.Category;
import shop.emporium.domain.catalog.CategorySlugs;
import shop.emporium.ejb.catalog.CatalogueFileException;

/** Writes one category of a file in a transaction of its own, so that a fault costs one line. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CategoryWriter {

  @PersistenceContext private EntityManager entityManager;

  /**
   * Makes a category present itself as the file says.
   *
   * @return whether it is new
   * @throws CatalogueFileException when its place is not there, or its slug is not that of its name
   */
  public boolean save(FileCategory wanted) {
    Optional<Category> known = find(wanted.slug());
    Category parent = parent(wanted, known);
    if (!CategorySlugs.fit(
        wanted.slug(), parent == null ? null : parent.getSlug(), wanted.name())) {
      throw new CatalogueFileException(
          "slug \"" + wanted.slug() + "\" is not that of the name \"" + wanted.name() + "\"");
    }
    Category category = known.orElseGet(() -> new Category(parent, wanted.slug(), wanted.name()));
    try {
      category.moveUnder(parent);
    } catch (IllegalArgumentException ring) {
      throw new CatalogueFileException(ring.getMessage());
    }
    category.present(
        wanted.name(), wanted.description(), wanted.picture(), wanted.tint(), wanted.position());
    wanted.translations().forEach(category::translate);
    entityManager.persist(category);
    if (wanted.picture() != null && wanted.picture().matches("(?i)https?://.*")) {
      requestPicture(wanted.picture());
    }
    return known.isEmpty();
  }

  /** Where the file does not say it, the category stays where it is. */
  private Category parent(FileCategory wanted, Optional<Category> known) {
    if (wanted.parent().isEmpty()) {
      return known.map(Category::getParent).orElse(null);
    }
    String slug = wanted.parent().get();
    return slug.isEmpty()
        ? null
        : find(slug)
            .orElseThrow(
                () ->
                    new CatalogueFileException(
                        "parent \"" + slug + "\" is no category; it has to come before"));
  }

  private Optional<Category> find(String slug) {
    return entityManager
        .createQuery("SELECT c FROM Category c WHERE c.slug = ?1", Category.class)
        .setParameter(1, slug)
        .getResultStream()
        .findFirst();
  }

  private void requestPicture(String source) {
    entityManager
        .createNativeQuery(
            "INSERT INTO picture_fetch (source) SELECT :source"
                + " WHERE NOT EXISTS (SELECT 1 FROM picture_source WHERE source = :source)"
                + " ON CONFLICT DO NOTHING")
        .setParameter("source", source)
        .executeUpdate();
  }
}
