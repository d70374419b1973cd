package shop.emporium.ejb.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PictureTest {

  @Test
  void namesItsSizes() {
    Picture picture = Picture.of("0af", "image/jpeg", null, 4000, 3000);
    assertThat(picture.file()).isEqualTo("0af.jpg");
    assertThat(picture.card()).isEqualTo("0af-320.webp");
    assertThat(picture.page()).isEqualTo("0af-960.webp");
    assertThat(picture.alt()).isEmpty();
  }

  @Test
  void aDrawingHasEverySizeByItself() {
    Picture drawing = Picture.of("0af", "image/svg+xml", "A lamp");
    assertThat(drawing.card()).isEqualTo("0af.svg");
    assertThat(drawing.page()).isEqualTo("0af.svg");
  }

  @Test
  void isNotThereWithoutAHash() {
    assertThat(Picture.of(null, null, "A lamp")).isNull();
  }
}
