package shop.emporium.ejb.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import net.coobird.thumbnailator.Thumbnails;

/**
 * Makes the sizes in which pages show a picture.
 *
 * <p>One at a time on each node, whoever asks: a picture being decoded takes up to 60 MB and a
 * core, and shoppers are served beside it.
 */
@ApplicationScoped
class PictureSizer {

  private static final System.Logger LOG = System.getLogger(PictureSizer.class.getName());

  private static final int[] WIDTHS = {Picture.CARD_WIDTH, Picture.PAGE_WIDTH};

  /** A rendition's height is at most this many times its width: WebP ends at 16,383 pixels. */
  private static final int MAX_SLENDERNESS = 4;

  private final ReentrantLock turn = new ReentrantLock(true);

  /**
   * The size of a picture and its renditions, never larger than it is. What has a size but cannot
   * be decoded, such as an animated WebP or a JPEG for printers, has no renditions.
   *
   * @throws CatalogueFileException when the bytes are damaged, or it has more than 40 megapixels
   */
  PictureSizes sizes(String source, PictureType type, byte[] bytes) {
    if (type == PictureType.SVG) {
      return PictureSizes.NONE;
    }
    turn.lock();
    try (PictureReader reader = PictureReader.open(type, bytes)) {
      if (reader.isTooLarge()) {
        throw new CatalogueFileException(
            source + " has more than " + PictureReader.MAX_MEGAPIXELS + " megapixels");
      }
      return new PictureSizes(
          reader.width(), reader.height(), renditions(source, type, bytes.length, reader));
    } catch (IOException damaged) {
      throw new CatalogueFileException(source + " is damaged: its size cannot be read");
    } finally {
      turn.unlock();
    }
  }

  private static Map<Integer, byte[]> renditions(
      String source, PictureType type, int length, PictureReader reader) {
    Map<Integer, byte[]> renditions = new TreeMap<>();
    try {
      BufferedImage image = null;
      for (int wanted : WIDTHS) {
        int width = Math.min(wanted, reader.width());
        // As wide as the picture: a WebP is that already.
        boolean whole = width == reader.width();
        if (renditions.containsKey(width) || (whole && type == PictureType.WEBP)) {
          continue;
        }
        image = image == null ? reader.decode() : image;
        byte[] webp = Webp.encode(scale(image, width));
        if (!whole || webp.length < length) {
          renditions.put(width, webp);
        }
      }
      return renditions;
    } catch (IOException | RuntimeException unreadable) {
      // Decoders fail in many ways over what is broken or unusual; browsers may still show it.
      LOG.log(
          System.Logger.Level.INFO,
          "{0} is served as it is, for it cannot be decoded: {1}",
          source,
          unreadable.getMessage());
      return Map.of();
    }
  }

  private static BufferedImage scale(BufferedImage image, int width) throws IOException {
    double factor =
        Math.min(
            1.0,
            Math.min(
                (double) width / image.getWidth(),
                (double) width * MAX_SLENDERNESS / image.getHeight()));
    return Thumbnails.of(image)
        .forceSize(
            Math.max(1, (int) Math.round(image.getWidth() * factor)),
            Math.max(1, (int) Math.round(image.getHeight() * factor)))
        .imageType(
            image.getColorModel().hasAlpha()
                ? BufferedImage.TYPE_INT_ARGB
                : BufferedImage.TYPE_INT_RGB)
        .asBufferedImage();
  }
}
