package shop.emporium.web.catalog;

import shop.emporium.ejb.catalog.Picture;
import shop.emporium.web.shared.Markup;

/** Writes the picture of a card: the smallest of its sizes that is sharp where it is shown. */
final class PictureTag {

  private PictureTag() {}

  /**
   * Writes an {@code img} without words: what it shows stands beside it.
   *
   * @param sizes how wide it is on screens of different widths
   * @param soon whether it is seen without scrolling
   * @param standIn address of the drawing for a product without a picture
   */
  static void write(Markup markup, Picture picture, String sizes, boolean soon, String standIn) {
    markup.raw("<img");
    if (picture == null) {
      markup.attribute("src", standIn);
    } else {
      markup.attribute("src", "/media/" + picture.card());
      if (hasLarger(picture)) {
        markup.attribute("srcset", MediaAddress.sizes(picture.file())).attribute("sizes", sizes);
      }
    }
    markup
        .raw(" width=\"256\" height=\"256\" loading=\"")
        .raw(soon ? "eager" : "lazy")
        .raw("\" alt=\"\" />");
  }

  /** A picture that is small by itself has one size only. */
  private static boolean hasLarger(Picture picture) {
    return Picture.hasSizes(picture.file())
        && (picture.width() == 0 || picture.width() > Picture.CARD_WIDTH);
  }
}
