package shop.emporium.ejb.review;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import shop.emporium.domain.review.Review;

/**
 * Which reviews of a product to show.
 *
 * @param page from 1
 * @param stars only those with so many, or 0 for all
 */
public record ReviewQuery(
    @Min(1) @Max(MAX_PAGE) int page,
    @Min(0) @Max(Review.MAX_STARS) int stars,
    @NotNull ReviewOrder order) {

  /** Nobody reads further, and the database need not count so far. */
  public static final int MAX_PAGE = 1_000;

  /** How many a page holds. */
  public static final int SIZE = 10;

  /** The first ones, newest first. */
  public static final ReviewQuery FIRST = new ReviewQuery(1, 0, ReviewOrder.NEWEST);
}
