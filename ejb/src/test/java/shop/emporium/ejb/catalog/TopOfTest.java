package shop.emporium.ejb.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopOfTest {

  @Test
  void keepsTheFirstInOrderWhateverIsOffered() {
    Random random = new Random(7);
    for (int count : List.of(0, 1, 5, 24, 25, 1000)) {
      long[] keys = random.longs(count, -20, 20).toArray();
      TopOf top = new TopOf(25);
      for (int ordinal = 0; ordinal < count; ordinal++) {
        top.offer(keys[ordinal], ordinal);
      }
      List<Integer> sorted =
          IntStream.range(0, count)
              .boxed()
              .sorted(Comparator.comparingLong((Integer ordinal) -> keys[ordinal]))
              .toList();
      int[] expected = sorted.stream().limit(25).skip(4).mapToInt(Integer::intValue).toArray();
      assertThat(top.from(4)).containsExactly(expected);
    }
  }

  @Test
  void hasNothingPastItsEnd() {
    TopOf top = new TopOf(3);
    top.offer(1, 1);
    assertThat(top.from(2)).isEmpty();
  }
}
