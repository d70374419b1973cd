package shop.emporium.ejb.catalog;

import java.util.List;

/**
 * What the home page shows.
 *
 * @param fresh newest products
 * @param reduced products on sale
 */
public record HomeView(
    List<ProductSummary> fresh, int freshTotal, List<ProductSummary> reduced, int reducedTotal) {}
