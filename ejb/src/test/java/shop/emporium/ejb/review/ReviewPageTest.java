package shop.emporium.ejb.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewPageTest {

  @Test
  void knowsHowManyPagesThereAre() {
    assertThat(new ReviewPage(List.of(), 1, 0).pages()).isEqualTo(1);
    assertThat(new ReviewPage(List.of(), 1, 10).pages()).isEqualTo(1);
    assertThat(new ReviewPage(List.of(), 1, 11).pages()).isEqualTo(2);
    assertThat(new ReviewPage(List.of(), 1, 1_000_000).pages()).isEqualTo(ReviewQuery.MAX_PAGE);
  }

  @Test
  void ordersAreNamedInAddresses() {
    for (ReviewOrder order : ReviewOrder.values()) {
      assertThat(ReviewOrder.of(order.code())).contains(order);
    }
    assertThat(ReviewOrder.of("HELPFUL; DROP TABLE review")).isEmpty();
    assertThat(ReviewOrder.of("")).isEmpty();
  }
}
