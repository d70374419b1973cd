package shop.emporium.ejb.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureSizerTest {

  private final PictureSizer sizer = new PictureSizer();

  @Test
  void makesBothSizesOfALargePicture() throws IOException {
    PictureSizes sizes = sizer.sizes("a", PictureType.JPEG, file("jpg", 2400, 1200));
    assertThat(sizes.width()).isEqualTo(2400);
    assertThat(sizes.height()).isEqualTo(1200);
    assertThat(sizes.renditions()).containsOnlyKeys(320, 960);
    assertThat(webp(sizes, 320).getWidth()).isEqualTo(320);
    assertThat(webp(sizes, 320).getHeight()).isEqualTo(160);
    assertThat(webp(sizes, 960).getWidth()).isEqualTo(960);
    assertThat(webp(sizes, 960).getHeight()).isEqualTo(480);
  }

  @Test
  void keepsColoursAndTransparency() throws IOException {
    BufferedImage card =
        webp(sizer.sizes("a", PictureType.PNG, file("png", 800, 800)), Picture.CARD_WIDTH);
    assertThat(new Color(card.getRGB(80, 160), true).getRed()).isGreaterThan(200);
    assertThat(new Color(card.getRGB(80, 160), true).getGreen()).isLessThan(60);
    assertThat(new Color(card.getRGB(240, 160), true).getAlpha()).isLessThan(10);
  }

  @Test
  void makesNothingLargerThanThePicture() throws IOException {
    assertThat(sizer.sizes("a", PictureType.PNG, file("png", 500, 300)).renditions().keySet())
        .allMatch(width -> width == 320 || width == 500)
        .contains(320);
    assertThat(sizer.sizes("a", PictureType.JPEG, file("jpg", 256, 256)).renditions().keySet())
        .allMatch(width -> width == 256);
  }

  @Test
  void leavesASmallWebpAsItIs() throws IOException {
    byte[] small = Webp.encode(image(256, 200, BufferedImage.TYPE_INT_RGB));
    PictureSizes sizes = sizer.sizes("a", PictureType.WEBP, small);
    assertThat(sizes.width()).isEqualTo(256);
    assertThat(sizes.height()).isEqualTo(200);
    assertThat(sizes.renditions()).isEmpty();
  }

  @Test
  void makesALargeWebpSmaller() throws IOException {
    byte[] large = Webp.encode(image(4000, 3000, BufferedImage.TYPE_INT_ARGB));
    PictureSizes sizes = sizer.sizes("a", PictureType.WEBP, large);
    assertThat(sizes.width()).isEqualTo(4000);
    assertThat(sizes.renditions()).containsOnlyKeys(320, 960);
    assertThat(webp(sizes, 960).getHeight()).isEqualTo(720);
    assertThat(new Color(webp(sizes, 320).getRGB(80, 120), true).getRed()).isGreaterThan(200);
    assertThat(new Color(webp(sizes, 320).getRGB(240, 120), true).getAlpha()).isLessThan(10);
  }

  @Test
  void takesTheFirstPictureOfAGif() throws IOException {
    assertThat(sizer.sizes("a", PictureType.GIF, file("gif", 700, 700)).renditions())
        .containsKey(320);
  }

  @Test
  void standsUprightAsTheCameraSays() throws IOException {
    PictureSizes sizes =
        sizer.sizes("a", PictureType.JPEG, turned(file("jpg", 1200, 600), (byte) 6));
    assertThat(sizes.width()).isEqualTo(600);
    assertThat(sizes.height()).isEqualTo(1200);
    BufferedImage card = webp(sizes, 320);
    assertThat(card.getHeight()).isEqualTo(640);
    // The left half of what is stored is red; turned by a quarter to the right it is on top.
    assertThat(new Color(card.getRGB(160, 100)).getGreen()).isLessThan(60);
    assertThat(new Color(card.getRGB(160, 540)).getGreen()).isGreaterThan(200);
  }

  @Test
  void refusesMoreThan40MegapixelsByTheHeaderAlone() throws IOException {
    byte[] huge = resized(file("png", 10, 10), 8000, 5001);
    assertThatThrownBy(() -> sizer.sizes("a.png", PictureType.PNG, huge))
        .isInstanceOf(CatalogueFileException.class)
        .hasMessage("a.png has more than 40 megapixels");
  }

  @Test
  void boundsWhatIsFarTallerThanWide() throws IOException {
    PictureSizes sizes = sizer.sizes("a", PictureType.PNG, file("png", 400, 30_000));
    assertThat(sizes.height()).isEqualTo(30_000);
    assertThat(webp(sizes, 320).getHeight()).isLessThanOrEqualTo(4 * 320);
  }

  @Test
  void servesAsItIsWhatHasASizeButNoContent() throws IOException {
    byte[] cut = Arrays.copyOf(file("png", 800, 600), 60);
    PictureSizes sizes = sizer.sizes("a", PictureType.PNG, cut);
    assertThat(sizes.width()).isEqualTo(800);
    assertThat(sizes.renditions()).isEmpty();
  }

  @Test
  void refusesWhatHasNoSize() {
    for (PictureType type :
        new PictureType[] {PictureType.PNG, PictureType.JPEG, PictureType.GIF, PictureType.WEBP}) {
      byte[] bytes =
          "RIFF1234WEBPVP8 nonsense and more nonsense".getBytes(StandardCharsets.US_ASCII);
      assertThatThrownBy(() -> sizer.sizes("a", type, bytes))
          .isInstanceOf(CatalogueFileException.class)
          .hasMessage("a is damaged: its size cannot be read");
    }
  }

  @Test
  void leavesDrawingsAlone() {
    assertThat(sizer.sizes("a", PictureType.SVG, "<svg/>".getBytes(StandardCharsets.US_ASCII)))
        .isSameAs(PictureSizes.NONE);
  }

  private static BufferedImage webp(PictureSizes sizes, int width) throws IOException {
    byte[] bytes = sizes.renditions().get(width);
    assertThat(PictureType.detect(bytes)).contains(PictureType.WEBP);
    try (PictureReader reader = PictureReader.open(PictureType.WEBP, bytes)) {
      return reader.decode();
    }
  }

  /** Left half red, right half transparent or white. */
  private static BufferedImage image(int width, int height, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    Graphics2D graphics = image.createGraphics();
    if (!image.getColorModel().hasAlpha()) {
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, width, height);
    }
    graphics.setColor(new Color(230, 20, 20));
    graphics.fillRect(0, 0, width / 2, height);
    graphics.dispose();
    return image;
  }

  private static byte[] file(String format, int width, int height) throws IOException {
    int type = format.equals("png") ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image(width, height, type), format, bytes)).isTrue();
    return bytes.toByteArray();
  }

  /** The same JPEG with a note of the camera that it is turned. */
  private static byte[] turned(byte[] jpeg, byte orientation) {
    byte[] exif = {
      (byte) 0xff,
      (byte) 0xe1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0,
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      1,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      orientation,
      0,
      0,
      0,
      0,
      0,
      0
    };
    // After the two bytes that begin a JPEG, and the 18 of its first segment.
    return ByteBuffer.allocate(jpeg.length + exif.length)
        .put(jpeg, 0, 20)
        .put(exif)
        .put(jpeg, 20, jpeg.length - 20)
        .array();
  }

  /** The same PNG whose header claims another size. */
  private static byte[] resized(byte[] png, int width, int height) {
    ByteBuffer buffer = ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
    CRC32 crc = new CRC32();
    crc.update(png, 12, 17);
    return buffer.putInt(29, (int) crc.getValue()).array();
  }
}
