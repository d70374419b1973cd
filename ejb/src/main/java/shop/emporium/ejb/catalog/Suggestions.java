package shop.emporium.ejb.catalog;

import java.util.List;

/** What to offer somebody who is typing, best first. */
public record Suggestions(List<ProductSummary> products, List<CategoryNode> categories) {

  /** Fewer characters say nothing. */
  public static final int SHORTEST = 2;

  public static final Suggestions NONE = new Suggestions(List.of(), List.of());
}
