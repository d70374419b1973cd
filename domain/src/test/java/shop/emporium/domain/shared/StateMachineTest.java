package shop.emporium.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class StateMachineTest {

  private enum Light {
    RED,
    GREEN,
    OUT
  }

  private final StateMachine<Light> machine =
      StateMachine.of(Light.class)
          .from(Light.RED, Light.GREEN, Light.OUT)
          .from(Light.GREEN, Light.RED);

  @Test
  void movesWhereItMayAndNowhereElse() {
    assertThat(machine.move(Light.RED, Light.GREEN)).isEqualTo(Light.GREEN);
    assertThat(machine.next(Light.RED)).containsExactly(Light.GREEN, Light.OUT);
    assertThat(machine.allows(Light.GREEN, Light.OUT)).isFalse();
    assertThatExceptionOfType(IllegalMoveException.class)
        .isThrownBy(() -> machine.move(Light.GREEN, Light.GREEN))
        .withMessage("Light cannot go from GREEN to GREEN")
        .satisfies(refused -> assertThat(refused.getTo()).isEqualTo("GREEN"));
  }

  @Test
  void endsWhereNoMoveIsNamed() {
    assertThat(machine.isFinal(Light.OUT)).isTrue();
    assertThat(machine.isFinal(Light.RED)).isFalse();
  }
}
