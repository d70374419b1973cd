package shop.emporium.ejb.catalog;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The picture by which a product is recognised, for who lists variants of many products in SQL. */
public final class FirstPicture {

  /**
   * The name of its file under {@code /media}, or null without any, for a product {@code p} of the
   * statement around it.
   */
  public static final String FILE =
      """
      (SELECT f.hash || CASE f.content_type %s ELSE '%s' END
                FROM product_picture pp
                JOIN picture_source s ON s.source = pp.source
                JOIN picture f ON f.hash = s.hash
               WHERE pp.product_id = p.id ORDER BY pp.position LIMIT 1)"""
          .formatted(endings(), PictureType.SVG.ending());

  private FirstPicture() {}

  private static String endings() {
    return Arrays.stream(PictureType.values())
        .filter(type -> type != PictureType.SVG)
        .map(type -> "WHEN '%s' THEN '%s'".formatted(type.contentType(), type.ending()))
        .collect(Collectors.joining(" "));
  }
}
