package shop.emporium.domain.catalog;

/**
 * One choice that makes a variant what it is, such as Colour: Lilac.
 *
 * @param name what is chosen, such as Colour
 * @param value what was chosen, such as Lilac
 */
public record VariantOption(String name, String value) {

  /** How Shopify's files name the one variant of a product that has no options. */
  public static final VariantOption NONE = new VariantOption("Title", "Default Title");
}
