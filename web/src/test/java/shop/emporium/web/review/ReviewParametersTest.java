package shop.emporium.web.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shop.emporium.ejb.review.ReviewOrder;
import shop.emporium.ejb.review.ReviewQuery;

class ReviewParametersTest {

  @Test
  void readsPageStarsAndOrder() {
    assertThat(lenient(Map.of("reviews", "3", "stars", "4", "sort", "helpful")))
        .isEqualTo(new ReviewQuery(3, 4, ReviewOrder.HELPFUL));
    assertThat(lenient(Map.of())).isEqualTo(ReviewQuery.FIRST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "6x", "1.5", "99999999999", " 1", "१"})
  void passesOverWhatItCannotMean(String typed) {
    assertThat(lenient(Map.of("reviews", typed, "stars", typed, "sort", typed)))
        .isEqualTo(ReviewQuery.FIRST);
  }

  @Test
  void keepsToItsBounds() {
    assertThat(lenient(Map.of("reviews", "1001", "stars", "6"))).isEqualTo(ReviewQuery.FIRST);
    assertThat(ReviewParameters.number("1000", ReviewQuery.MAX_PAGE)).contains(1000);
  }

  private static ReviewQuery lenient(Map<String, String> parameters) {
    return ReviewParameters.lenient(parameters::get);
  }
}
