package shop.emporium.ejb.review;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import shop.emporium.domain.review.ReviewStatus;
import shop.emporium.domain.shared.Actor;
import shop.emporium.domain.shared.Move;
import shop.emporium.domain.shared.OneLine;

/**
 * Lets people who work here read what buyers wrote, and say whether others shall. Who calls has
 * made sure that it is one of them.
 */
@Stateless
public class ReviewModeration {

  /** How many reviews a page of the list has. */
  public static final int SIZE = 20;

  @Inject private ReviewQueries queries;
  @Inject private ReviewRepository reviews;

  /**
   * Reviews with a status: what waits, the oldest first; what was decided, the newest first.
   *
   * @param page from 1
   */
  public ModerationPage list(
      @NotNull ReviewStatus status, @Min(1) @Max(ReviewQuery.MAX_PAGE) int page) {
    return new ModerationPage(
        queries.withStatus(status, page, SIZE), status, page, queries.count(status));
  }

  /**
   * Shows a review to everybody.
   *
   * @param revision what was read; empty for whatever is there
   * @throws ReviewException when there is no such review, it was changed since, or it is shown
   *     already
   */
  public void publish(long id, @NotNull Optional<Integer> revision, @NotNull Actor by) {
    decide(id, revision, ReviewStatus.PUBLISHED, by, "");
  }

  /**
   * Shows a review to nobody but its buyer, who is told why.
   *
   * @param revision what was read; empty for whatever is there
   * @param why in one line, in the buyer's language
   * @throws ReviewException when there is no such review, it was changed since, or it is turned
   *     down already
   */
  public void reject(
      long id,
      @NotNull Optional<Integer> revision,
      @NotNull Actor by,
      @NotBlank(message = "must not be empty")
          @Size(max = Move.MAX_WHY, message = "must have at most {max} characters")
          @Pattern(regexp = OneLine.FORM, message = "must be one line of text")
          String why) {
    decide(id, revision, ReviewStatus.REJECTED, by, why);
  }

  private void decide(long id, Optional<Integer> revision, ReviewStatus to, Actor by, String why) {
    ReviewRepository.Locked review =
        reviews.lock(id).orElseThrow(() -> new ReviewException(ReviewFault.UNKNOWN));
    if (revision.isPresent() && revision.get() != review.revision()) {
      throw new ReviewException(ReviewFault.CHANGED);
    }
    if (!review.status().canBecome(to)) {
      throw new ReviewException(ReviewFault.DECIDED);
    }
    reviews.decide(review, to, by, why);
  }
}
