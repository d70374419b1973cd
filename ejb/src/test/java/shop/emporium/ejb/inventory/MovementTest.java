package shop.emporium.ejb.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import shop.emporium.domain.inventory.Shortage;

class MovementTest {

  private static final List<Shelf> SHELVES = List.of(new Shelf(1, "A", 2), new Shelf(2, "B", 5));

  @Test
  void takesTheDifferenceToWhatIsHeld() {
    Movement movement = new Movement(Map.of(1L, 3, 2L, 1), Map.of(1L, 4), Map.of());
    assertThat(movement.shortages(SHELVES)).isEmpty();
    assertThat(movement.json())
        .isEqualTo(
            "[{\"id\":1,\"taken\":1,\"reserved\":1,\"sold\":0},{\"id\":2,\"taken\":-1,\"reserved\":-1,\"sold\":0}]");
    assertThat(movement.shows(1)).isTrue();
  }

  @Test
  void sellsFirstWhatIsHeld() {
    Movement movement = new Movement(Map.of(1L, 3), Map.of(), Map.of(1L, 3));
    assertThat(movement.json()).isEqualTo("[{\"id\":1,\"taken\":0,\"reserved\":-3,\"sold\":3}]");
    assertThat(movement.shows(1)).as("as many can be bought as before").isFalse();
  }

  @Test
  void isShortOfWhatIsNotThereAndSaysWhatCouldBeHad() {
    Movement movement = new Movement(Map.of(1L, 3), Map.of(1L, 9, 2L, 5, 3L, 1), Map.of());
    assertThat(movement.shortages(SHELVES))
        .containsExactly(new Shortage("A", 9, 5), new Shortage("3", 1, 0));
  }

  @Test
  void putsBackWithoutAnythingBeingShort() {
    Movement movement = new Movement(Map.of(), Map.of(), Map.of(1L, -2));
    assertThat(movement.shortages(List.of(new Shelf(1, "A", 0)))).isEmpty();
    assertThat(movement.json()).isEqualTo("[{\"id\":1,\"taken\":-2,\"reserved\":0,\"sold\":-2}]");
  }
}
