package shop.emporium.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ActorTest {

  private enum Door {
    OPEN
  }

  @Test
  void isNamedAsHistoriesDo() {
    assertThat(Actor.customer(17).text()).isEqualTo("customer:17");
    assertThat(Actor.staff(3).text()).isEqualTo("staff:3");
    assertThat(Actor.provider("demo").text()).isEqualTo("provider:demo");
    assertThat(Actor.SHOP).hasToString("shop");
    assertThat(Actor.GUEST.text()).isEqualTo("guest");
  }

  @Test
  void hasAnIdExactlyWhereThereAreSeveral() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Actor(Actor.Kind.SHOP, "1"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Actor(Actor.Kind.CUSTOMER, ""));
    assertThatIllegalArgumentException().isThrownBy(() -> Actor.provider("a b"));
  }

  @Test
  void givesReasonsOfOneLine() {
    assertThat(new Move<>(null, Door.OPEN, Actor.SHOP, Instant.EPOCH, "x".repeat(200)).why())
        .hasSize(200);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Move<>(null, Door.OPEN, Actor.SHOP, Instant.EPOCH, "x".repeat(201)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Move<>(null, Door.OPEN, Actor.SHOP, Instant.EPOCH, "a\nb"));
  }
}
