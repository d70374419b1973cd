package shop.emporium.domain.catalog;

/** Whether a product can be seen. */
public enum ProductStatus {
  /** On sale: listed, found and bought. */
  ACTIVE,
  /** Being prepared: known to the back office only. */
  DRAFT,
  /** No longer sold; orders still name it. */
  ARCHIVED
}
