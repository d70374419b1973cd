package shop.emporium.ejb.catalog;

/** One line of a product's data sheet. */
public record SpecificationView(String name, String value) {}
