package shop.emporium.ejb.catalog;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of pictures that the shop stores, told by their first bytes and not by what their
 * sender claims.
 */
public enum PictureType {
  WEBP("image/webp", ".webp"),
  PNG("image/png", ".png"),
  JPEG("image/jpeg", ".jpg"),
  GIF("image/gif", ".gif"),
  SVG("image/svg+xml", ".svg");

  private final String contentType;
  private final String ending;

  PictureType(String contentType, String ending) {
    this.contentType = contentType;
    this.ending = ending;
  }

  public String contentType() {
    return contentType;
  }

  public String ending() {
    return ending;
  }

  static PictureType of(String contentType) {
    return Arrays.stream(values())
        .filter(type -> type.contentType.equals(contentType))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No kind of picture: " + contentType));
  }

  /** The kind of these bytes, or empty when they are no picture that the shop takes. */
  static Optional<PictureType> detect(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, 256), StandardCharsets.ISO_8859_1);
    if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
      return Optional.of(WEBP);
    }
    if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
      return Optional.of(PNG);
    }
    if (head.startsWith("\u00ff\u00d8\u00ff")) {
      return Optional.of(JPEG);
    }
    if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
      return Optional.of(GIF);
    }
    return head.stripLeading().startsWith("<svg") ? Optional.of(SVG) : Optional.empty();
  }
}
