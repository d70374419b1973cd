package shop.emporium.ejb.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewCountsTest {

  @Test
  void countsAndComparesStars() {
    ReviewCounts counts = new ReviewCounts(List.of(1, 0, 0, 99, 900), 7);
    assertThat(counts.total()).isEqualTo(1000);
    assertThat(counts.of(4)).isEqualTo(99);
    assertThat(counts.percent(5)).isEqualTo(90);
    assertThat(counts.percent(4)).isEqualTo(10);
    assertThat(counts.percent(1)).as("what is there can be seen").isEqualTo(1);
    assertThat(counts.percent(2)).isZero();
    assertThat(ReviewCounts.NONE.percent(3)).isZero();
  }

  @Test
  void fiveAreCounted() {
    assertThatThrownBy(() -> new ReviewCounts(List.of(1), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
