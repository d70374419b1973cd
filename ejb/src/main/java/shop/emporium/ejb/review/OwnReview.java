package shop.emporium.ejb.review;

import java.time.Instant;
import shop.emporium.domain.review.ReviewStatus;

/**
 * A review as its buyer sees it, and who decides about it.
 *
 * @param order the number of the order, in words
 * @param options what was bought; may be empty
 * @param why it has its status, may be empty
 * @param statusBy who gave it that, as histories name people
 * @param revision grows with each change of its buyer
 */
public record OwnReview(
    long id,
    String slug,
    String product,
    String order,
    String options,
    int stars,
    String title,
    String text,
    String language,
    String shownName,
    ReviewStatus status,
    String why,
    String statusBy,
    Instant statusAt,
    Instant writtenAt,
    int revision,
    int helpful) {}
