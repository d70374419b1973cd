package shop.emporium.ejb.catalog;

/**
 * A stored picture as a page refers to it.
 *
 * @param file content hash and ending, such as {@code 9f86….webp}: a name whose content never
 *     changes
 * @param alt what it shows in words, may be empty
 */
public record Picture(String file, String alt) {

  static Picture of(String hash, String contentType, String alt) {
    return hash == null
        ? null
        : new Picture(hash + PictureType.of(contentType).ending(), alt == null ? "" : alt);
  }
}
