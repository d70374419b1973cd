package shop.emporium.ejb.catalog;

import java.util.Map;

/**
 * What is known of a picture when it was looked at.
 *
 * @param width in pixels as a browser shows it, 0 for a drawing or when nothing can be read
 * @param height in pixels, likewise
 * @param renditions WebP files by their width in pixels: those that are worth having beside the
 *     picture itself
 */
record PictureSizes(int width, int height, Map<Integer, byte[]> renditions) {

  /** A drawing, or bytes that nothing can read. */
  static final PictureSizes NONE = new PictureSizes(0, 0, Map.of());
}
