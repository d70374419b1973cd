package shop.emporium.ejb.wishlist;

import java.util.List;

/**
 * What a customer wishes for, over all lists, just enough to mark it in a page.
 *
 * @param skus of the variants
 * @param products slugs of the products that these belong to
 */
public record Wished(List<String> skus, List<String> products) {}
