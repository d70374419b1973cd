package shop.emporium.ejb.catalog;

/**
 * A brand that occurs in a listing.
 *
 * @param count products of it under all other filters
 */
public record BrandFacet(String slug, String name, int count) {}
