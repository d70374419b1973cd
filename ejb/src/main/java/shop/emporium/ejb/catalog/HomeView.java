package shop.emporium.ejb.catalog;

import java.util.List;

/**
 * What the home page shows.
 *
 * @param fresh newest products
 * @param bestsellers what most people buy
 * @param reduced products on sale
 * @param reducedTotal how many products are on sale
 */
public record HomeView(
    List<ProductSummary> fresh,
    List<ProductSummary> bestsellers,
    List<ProductSummary> reduced,
    int reducedTotal) {}
