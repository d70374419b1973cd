package shop.emporium.ejb.catalog;

import java.util.List;

/**
 * A category with what lies below it.
 *
 * @param products how many products on sale are in it or below it
 * @param children in their order, empty at a leaf
 */
public record CategoryNode(
    String slug,
    String name,
    String description,
    String tint,
    Picture picture,
    int products,
    List<CategoryNode> children) {}
