package shop.emporium.web.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MediaAddressTest {

  @Test
  void offersBothSizesOfAPicture() {
    assertThat(MediaAddress.card("0af.jpg")).isEqualTo("/media/0af-320.webp");
    assertThat(MediaAddress.page("0af.jpg")).isEqualTo("/media/0af-960.webp");
    assertThat(MediaAddress.sizes("0af.jpg"))
        .isEqualTo("/media/0af-320.webp 320w, /media/0af-960.webp 960w");
  }

  @Test
  void offersNoSizesOfADrawingOrOfNothing() {
    assertThat(MediaAddress.card("0af.svg")).isEqualTo("/media/0af.svg");
    assertThat(MediaAddress.page("0af.svg")).isEqualTo("/media/0af.svg");
    assertThat(MediaAddress.sizes("0af.svg")).isNull();
    assertThat(MediaAddress.sizes(null)).isNull();
    assertThat(MediaAddress.sizes("")).isNull();
  }
}
