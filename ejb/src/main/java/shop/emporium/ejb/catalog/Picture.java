package shop.emporium.ejb.catalog;

/**
 * A stored picture as a page refers to it.
 *
 * @param file content hash and ending, such as {@code 9f86….webp}: a name whose content never
 *     changes
 * @param alt what it shows in words, may be empty
 * @param width in pixels, 0 when unknown or a drawing
 * @param height in pixels, 0 when unknown or a drawing
 */
public record Picture(String file, String alt, int width, int height) {

  /**
   * The width in lists, in pixels: a card shows a picture at 100 to 180 px, and every second screen
   * has two dots for one.
   */
  public static final int CARD_WIDTH = 320;

  /**
   * The width on a product's page, in pixels: it shows the picture at up to 330 px, and telephones
   * have up to three dots for one.
   */
  public static final int PAGE_WIDTH = 960;

  /** A picture whose size is not known, or null where there is no hash. */
  static Picture of(String hash, String contentType, String alt) {
    return of(hash, contentType, alt, 0, 0);
  }

  /** A picture, or null where there is no hash. */
  static Picture of(String hash, String contentType, String alt, int width, int height) {
    return hash == null
        ? null
        : new Picture(
            hash + PictureType.of(contentType).ending(), alt == null ? "" : alt, width, height);
  }

  /** The file name of its size for lists. */
  public String card() {
    return sized(file, CARD_WIDTH);
  }

  /** The file name of its size for a product's page. */
  public String page() {
    return sized(file, PAGE_WIDTH);
  }

  /** Whether a file has sizes; a drawing (SVG) has every size by itself. */
  public static boolean hasSizes(String file) {
    return !file.endsWith(PictureType.SVG.ending());
  }

  /**
   * The file name of a size, such as {@code 9f86…-320.webp}; a drawing's own name.
   *
   * @param width one of {@link #CARD_WIDTH} and {@link #PAGE_WIDTH}
   */
  public static String sized(String file, int width) {
    return hasSizes(file)
        ? file.substring(0, file.lastIndexOf('.')) + '-' + width + PictureType.WEBP.ending()
        : file;
  }
}
