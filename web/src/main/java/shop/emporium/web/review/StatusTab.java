package shop.emporium.web.review;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import shop.emporium.domain.review.ReviewStatus;

/**
 * A status as a link in the list of people who work here.
 *
 * @param code as addresses name it
 */
public record StatusTab(String code, boolean isHere) {

  static StatusTab of(ReviewStatus status, ReviewStatus here) {
    return new StatusTab(code(status), status == here);
  }

  static String code(ReviewStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  /** The status that an address names. */
  static Optional<ReviewStatus> status(String code) {
    return Arrays.stream(ReviewStatus.values())
        .filter(status -> code(status).equals(code))
        .findFirst();
  }
}
