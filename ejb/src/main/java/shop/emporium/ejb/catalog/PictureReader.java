package shop.emporium.ejb.catalog;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * Reads one picture, bounded in memory: its size comes from the header, and what is much larger
 * than any page shows is thinned out while it is decoded.
 */
final class PictureReader implements AutoCloseable {

  /** The largest picture that is decoded, in millions of pixels: what good cameras make. */
  static final int MAX_MEGAPIXELS = 40;

  /** What one decoded picture may have at most, whatever its form: about 40 MB of memory. */
  private static final long MAX_DECODED_PIXELS = 10_000_000;

  private final PictureType type;
  private final ImageReader reader;
  private final ImageInputStream input;
  private final int storedWidth;
  private final int storedHeight;
  private final Orientation orientation;

  private PictureReader(PictureType type, ImageReader reader, ImageInputStream input)
      throws IOException {
    this.type = type;
    this.reader = reader;
    this.input = input;
    reader.setInput(input, false, false);
    storedWidth = reader.getWidth(0);
    storedHeight = reader.getHeight(0);
    orientation = type == PictureType.JPEG ? orientation(reader) : Orientation.TOP_LEFT;
  }

  /**
   * Opens a picture and reads its header.
   *
   * @throws IOException when there is no size in it
   */
  static PictureReader open(PictureType type, byte[] bytes) throws IOException {
    ImageReader reader =
        type == PictureType.WEBP
            ? Webp.reader()
            : ImageIO.getImageReadersByFormatName(type.name()).next();
    ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes));
    try {
      return new PictureReader(type, reader, input);
    } catch (IOException | RuntimeException damaged) {
      reader.dispose();
      input.close();
      throw damaged instanceof IOException known ? known : new IOException(damaged);
    }
  }

  boolean isTooLarge() {
    return (long) storedWidth * storedHeight > MAX_MEGAPIXELS * 1_000_000L;
  }

  /** In pixels, as a browser shows it: cameras store pictures lying on their side. */
  int width() {
    return liesOnItsSide() ? storedHeight : storedWidth;
  }

  int height() {
    return liesOnItsSide() ? storedWidth : storedHeight;
  }

  /** The (first) picture, upright; what is far wider than a page shows is thinned out. */
  BufferedImage decode() throws IOException {
    int step = step();
    ImageReadParam param = reader.getDefaultReadParam();
    if (type == PictureType.WEBP) {
      Webp.scale(param, Math.max(1, storedWidth / step), Math.max(1, storedHeight / step));
    } else {
      param.setSourceSubsampling(step, step, 0, 0);
    }
    BufferedImage image = reader.read(0, param);
    return orientation == Orientation.TOP_LEFT
        ? image
        : ExifFilterUtils.getFilterForOrientation(orientation).apply(image);
  }

  private int step() {
    int step = 1;
    while (width() / (step + 1) >= 2 * Picture.PAGE_WIDTH
        || (long) (storedWidth / step) * (storedHeight / step) > MAX_DECODED_PIXELS) {
      step++;
    }
    return step;
  }

  private boolean liesOnItsSide() {
    return switch (orientation) {
      case LEFT_TOP, RIGHT_TOP, RIGHT_BOTTOM, LEFT_BOTTOM -> true;
      default -> false;
    };
  }

  private static Orientation orientation(ImageReader reader) {
    try {
      Orientation orientation = ExifUtils.getExifOrientation(reader, 0);
      return orientation == null ? Orientation.TOP_LEFT : orientation;
    } catch (IOException | RuntimeException unreadable) {
      // The picture may be whole though what the camera says of it is not.
      return Orientation.TOP_LEFT;
    }
  }

  @Override
  public void close() throws IOException {
    reader.dispose();
    input.close();
  }
}
