package shop.emporium.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CategoryTest {

  private final Category sport = new Category(null, "sport", "Sport");
  private final Category shoes = new Category(sport, "shoes", "Shoes");
  private final Category trail = new Category(shoes, "trail", "Trail");

  @Test
  void movesWithAllBelowIt() {
    shoes.moveUnder(null);
    assertThat(shoes.getParent()).isNull();
    assertThat(trail.getParent()).isSameAs(shoes);
  }

  @Test
  void neverStandsBelowItself() {
    assertThatIllegalArgumentException().isThrownBy(() -> sport.moveUnder(trail));
    assertThatIllegalArgumentException().isThrownBy(() -> sport.moveUnder(sport));
  }

  @Test
  void triesItsOwnNameThenItsParentsThenANumber() {
    assertThat(CategorySlugs.of("sport", "Shoes").limit(4))
        .containsExactly("shoes", "sport-shoes", "sport-shoes-2", "sport-shoes-3");
    assertThat(CategorySlugs.of(null, "Shoes").limit(2)).containsExactly("shoes", "shoes-2");
    assertThat(CategorySlugs.fit("sport-shoes", "sport", "Shoes")).isTrue();
    assertThat(CategorySlugs.fit("sport-shoes", "home", "Shoes")).isFalse();
  }

  @Test
  void keepsLongSlugsWithinBounds() {
    String name = "a".repeat(90) + " " + "b".repeat(90);
    assertThat(CategorySlugs.of("parent", name))
        .allMatch(slug -> slug.length() <= CategorySlugs.MAX_LENGTH)
        .doesNotHaveDuplicates();
  }
}
