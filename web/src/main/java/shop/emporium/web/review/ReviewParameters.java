package shop.emporium.web.review;

import java.util.Optional;
import java.util.function.Function;
import shop.emporium.ejb.review.ReviewOrder;
import shop.emporium.ejb.review.ReviewQuery;

/** Which reviews an address asks for. */
final class ReviewParameters {

  private ReviewParameters() {}

  /**
   * What an address of a page asks for; what it cannot mean is passed over.
   *
   * @param parameter the value under a name, or null
   */
  static ReviewQuery lenient(Function<String, String> parameter) {
    return new ReviewQuery(
        number(parameter.apply("reviews"), ReviewQuery.MAX_PAGE).orElse(1),
        number(parameter.apply("stars"), 5).orElse(0),
        Optional.ofNullable(parameter.apply("sort"))
            .flatMap(ReviewOrder::of)
            .orElse(ReviewOrder.NEWEST));
  }

  /** A number from 1 to the most; empty for anything else. */
  static Optional<Integer> number(String typed, int most) {
    return Optional.ofNullable(typed)
        .filter(text -> text.matches("[1-9][0-9]{0,3}"))
        .map(Integer::valueOf)
        .filter(number -> number <= most);
  }
}
