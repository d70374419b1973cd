package shop.emporium.ejb.review;

import java.util.List;
import shop.emporium.domain.review.ReviewStatus;

/**
 * One page of the reviews with a status, for people who work here.
 *
 * @param page from 1
 * @param total on all pages
 */
public record ModerationPage(List<OwnReview> items, ReviewStatus status, int page, int total) {

  /** How many pages there are, 1 for an empty list. */
  public int pages() {
    return Math.max(1, (total + ReviewModeration.SIZE - 1) / ReviewModeration.SIZE);
  }
}
