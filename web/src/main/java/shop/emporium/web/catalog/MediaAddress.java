package shop.emporium.web.catalog;

import shop.emporium.ejb.catalog.Picture;

/** Addresses of pictures in pages: functions of the taglib {@code https://emporium.shop/tags}. */
public final class MediaAddress {

  private static final String PREFIX = "/media/";

  private MediaAddress() {}

  /** The address of a picture in the size of lists. */
  public static String card(String file) {
    return PREFIX + Picture.sized(file, Picture.CARD_WIDTH);
  }

  /** The address of a picture in the size of a product's page. */
  public static String page(String file) {
    return PREFIX + Picture.sized(file, Picture.PAGE_WIDTH);
  }

  /** Both sizes with their widths, for a browser to choose from; null for a drawing or no file. */
  public static String sizes(String file) {
    return file == null || file.isEmpty() || !Picture.hasSizes(file)
        ? null
        : card(file)
            + ' '
            + Picture.CARD_WIDTH
            + "w, "
            + page(file)
            + ' '
            + Picture.PAGE_WIDTH
            + 'w';
  }
}
