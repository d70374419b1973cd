package shop.emporium.ejb.catalog;

import java.util.List;

/**
 * How many reviews of buyers a product has in this shop; ratings that came with its file are not
 * among them.
 *
 * @param byStars how many with one star, two, and so on up to five
 * @param revision grows whenever one of them changes
 */
public record ReviewCounts(List<Integer> byStars, long revision) {

  private static final int MOST_STARS = 5;

  /** None yet. */
  public static final ReviewCounts NONE = new ReviewCounts(List.of(0, 0, 0, 0, 0), 0);

  /**
   * Counts.
   *
   * @throws IllegalArgumentException when they are not five
   */
  public ReviewCounts {
    if (byStars.size() != MOST_STARS) {
      throw new IllegalArgumentException("One count for each of five stars: " + byStars);
    }
    byStars = List.copyOf(byStars);
  }

  /** All of them. */
  public int total() {
    return byStars.stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * Those with so many stars.
   *
   * @param stars 1 to 5
   */
  public int of(int stars) {
    return byStars.get(stars - 1);
  }

  /**
   * What part of all have so many stars.
   *
   * @return 0 to 100, rounded; at least 1 where there is any
   */
  public int percent(int stars) {
    int many = of(stars);
    return many == 0 ? 0 : Math.max(1, Math.round(many * 100f / total()));
  }
}
