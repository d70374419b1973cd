package shop.emporium.domain.chat;

import java.util.Arrays;
import java.util.Optional;

/**
 * What people may show each other, told by the content alone: neither the name of a file nor what
 * its sender says of it is believed.
 *
 * <p>A picture has to be whole and of at most {@link #MAX_SIDE} pixels a side. What is something
 * else as well, such as a picture with a ZIP archive at its end or a page of the web in its
 * beginning, is none of these.
 */
public enum FileKind {
  JPEG("image/jpeg", "jpg", "jpe?g|jpe|jfif"),
  PNG("image/png", "png", "png"),
  GIF("image/gif", "gif", "gif"),
  WEBP("image/webp", "webp", "webp"),
  PDF("application/pdf", "pdf", "pdf");

  /** The most bytes of a file. */
  public static final int MAX_BYTES = 5 * 1024 * 1024;

  /** The longest side of a picture in pixels: to draw it takes memory at who looks at it. */
  public static final int MAX_SIDE = 12_000;

  private final String contentType;
  private final String ending;
  private final String endings;

  FileKind(String contentType, String ending, String endings) {
    this.contentType = contentType;
    this.ending = ending;
    this.endings = endings;
  }

  /** As answers name it. */
  public String contentType() {
    return contentType;
  }

  /** Whether pages show it. */
  public boolean isPicture() {
    return this != PDF;
  }

  /** What the names of such files usually end with, without the dot. */
  String ending() {
    return ending;
  }

  /** Whether the name of such a file may end so, without the dot and in lower case. */
  boolean mayEndWith(String text) {
    return text.matches(endings);
  }

  /** The kind with a media type; empty when it is none of these. */
  public static Optional<FileKind> ofType(String contentType) {
    return Arrays.stream(values()).filter(kind -> kind.contentType.equals(contentType)).findFirst();
  }

  /** What these bytes are; empty when they are nothing that is taken, or not whole. */
  public static Optional<FileKind> of(byte[] content) {
    FileBytes bytes = new FileBytes(content);
    if (content.length > MAX_BYTES || Disguise.isIn(bytes)) {
      return Optional.empty();
    }
    return Arrays.stream(values()).filter(kind -> kind.isWhole(bytes)).findFirst();
  }

  private boolean isWhole(FileBytes bytes) {
    return switch (this) {
      case JPEG -> PictureForm.isJpeg(bytes);
      case PNG -> PictureForm.isPng(bytes);
      case GIF -> PictureForm.isGif(bytes);
      case WEBP -> PictureForm.isWebp(bytes);
      case PDF -> bytes.hasAt(0, "%PDF-") && bytes.lastIndexOf("%%EOF", 1_024) > 0;
    };
  }
}
