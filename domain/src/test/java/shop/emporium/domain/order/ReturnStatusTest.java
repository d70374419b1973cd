package shop.emporium.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import shop.emporium.domain.shared.IllegalMoveException;

class ReturnStatusTest {

  @Test
  void isDecidedOnce() {
    assertThat(ReturnStatus.REQUESTED.move(ReturnStatus.ACCEPTED)).isEqualTo(ReturnStatus.ACCEPTED);
    assertThat(ReturnStatus.REQUESTED.move(ReturnStatus.REFUSED)).isEqualTo(ReturnStatus.REFUSED);
    assertThat(ReturnStatus.ACCEPTED.isFinal()).isTrue();
    assertThatThrownBy(() -> ReturnStatus.REFUSED.move(ReturnStatus.ACCEPTED))
        .isInstanceOf(IllegalMoveException.class);
  }

  @Test
  void buyersGiveReasonsOfTheirs() {
    assertThat(ReturnReason.parse("changed-mind")).contains(ReturnReason.CHANGED_MIND);
    assertThat(ReturnReason.parse("undeliverable")).isEmpty();
    assertThat(ReturnReason.parse(null)).isEmpty();
  }
}
