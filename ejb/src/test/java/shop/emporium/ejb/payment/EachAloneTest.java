package shop.emporium.ejb.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import shop.emporium.domain.order.OrderNumber;

class EachAloneTest {

  @Test
  void goesOnAfterOneThatFails() {
    List<Long> done = new ArrayList<>();
    long successes =
        LongStream.rangeClosed(100_001, 100_003)
            .filter(number -> EachAlone.run(new OrderNumber(number), () -> work(number, done)))
            .count();
    assertThat(done).containsExactly(100_001L, 100_003L);
    assertThat(successes).isEqualTo(2);
  }

  private static void work(long number, List<Long> done) {
    if (number == 100_002) {
      throw new IllegalStateException("It fails each time");
    }
    done.add(number);
  }
}
