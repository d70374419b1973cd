package shop.emporium.ejb.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PictureTypeTest {

  @Test
  void isToldByTheFirstBytes() {
    assertThat(detect("RIFF\0\0\0\0WEBPVP8 ")).contains(PictureType.WEBP);
    assertThat(detect("\u0089PNG\r\n\u001a\n")).contains(PictureType.PNG);
    assertThat(detect("\u00ff\u00d8\u00ff\u00e0")).contains(PictureType.JPEG);
    assertThat(detect("GIF89a")).contains(PictureType.GIF);
    assertThat(detect(" <svg xmlns='x'/>")).contains(PictureType.SVG);
  }

  @Test
  void isNothingElse() {
    assertThat(detect("<html>")).isEmpty();
    assertThat(detect("MZ\u0090")).isEmpty();
    assertThat(detect("")).isEmpty();
    assertThat(detect("RIFF\0\0\0\0WAVE")).isEmpty();
  }

  private static Optional<PictureType> detect(String bytes) {
    return PictureType.detect(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }
}
