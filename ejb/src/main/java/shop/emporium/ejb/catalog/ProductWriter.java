package shop.emporium.ejb.catalog;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shop.emporium.domain.catalog.Brand;
import shop.emporium.domain.catalog.Category;
import shop.emporium.domain.catalog.Product;
import shop.emporium.domain.catalog.ProductVariant;
import shop.emporium.domain.shared.Slug;

/**
 * Writes one product or category of a file in a transaction of its own, so that one fault costs one
 * product.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ProductWriter {

  @PersistenceContext private EntityManager entityManager;

  /**
   * Makes the product as the file says, or brings it to that.
   *
   * @return whether it is new
   * @throws CatalogueFileException when an SKU belongs to another product
   */
  public boolean save(ImportedProduct wanted) {
    Instant now = Instant.now();
    Optional<Product> known =
        one(
            Product.class,
            "SELECT p FROM Product p WHERE p.slug = ?1",
            wanted.slug(),
            LockModeType.PESSIMISTIC_WRITE);
    Product product = known.orElseGet(() -> new Product(wanted.slug(), now));
    product.describe(wanted.name(), wanted.description(), now);
    product.optimise(wanted.seoTitle(), wanted.seoDescription());
    product.changeStatus(wanted.status());
    product.file(category(wanted.category()), brand(wanted.brand()));
    product.tag(wanted.tags());
    product.specify(wanted.specifications());
    product.illustrate(wanted.pictures());
    requireOwnSkus(wanted);
    for (int i = 0; i < wanted.variants().size(); i++) {
      stock(product, i + 1, wanted.variants().get(i));
    }
    entityManager.persist(product);
    return known.isEmpty();
  }

  /**
   * Makes a category present itself as the file says.
   *
   * @return whether it is new
   */
  public boolean present(
      String slug, String name, String description, String picture, String tint, int position) {
    Optional<Category> known =
        one(Category.class, "SELECT c FROM Category c WHERE c.slug = ?1", slug, LockModeType.NONE);
    Category category = known.orElseGet(() -> new Category(name));
    category.present(name, description, picture, tint, position);
    entityManager.persist(category);
    return known.isEmpty();
  }

  private static void stock(Product product, int position, ImportedProduct.ImportedVariant wanted) {
    ProductVariant variant = product.variant(wanted.sku(), position, wanted.options());
    variant.price(wanted.price(), wanted.formerPrice());
    variant.stock(wanted.available());
    variant.label(wanted.weightGrams(), wanted.barcode());
  }

  private void requireOwnSkus(ImportedProduct wanted) {
    List<String> skus =
        wanted.variants().stream().map(ImportedProduct.ImportedVariant::sku).toList();
    entityManager
        .createQuery(
            "SELECT v.sku FROM ProductVariant v WHERE v.sku IN ?1 AND v.product.slug <> ?2",
            String.class)
        .setParameter(1, skus)
        .setParameter(2, wanted.slug())
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .ifPresent(
            taken -> {
              throw new CatalogueFileException("SKU " + taken + " belongs to another product");
            });
  }

  private Brand brand(String name) {
    return one(
            Brand.class,
            "SELECT b FROM Brand b WHERE b.slug = ?1",
            Slug.of(name),
            LockModeType.NONE)
        .orElseGet(() -> added(new Brand(name)));
  }

  private Category category(String name) {
    return one(
            Category.class,
            "SELECT c FROM Category c WHERE c.slug = ?1",
            Slug.of(name),
            LockModeType.NONE)
        .orElseGet(() -> added(new Category(name)));
  }

  private <T> T added(T entity) {
    entityManager.persist(entity);
    return entity;
  }

  private <T> Optional<T> one(Class<T> type, String query, String slug, LockModeType lock) {
    return entityManager
        .createQuery(query, type)
        .setParameter(1, slug)
        .setLockMode(lock)
        .getResultStream()
        .findFirst();
  }
}
