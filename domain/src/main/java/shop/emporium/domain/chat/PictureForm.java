package shop.emporium.domain.chat;

/**
 * Whether bytes have the form of a picture from beginning to end, with sides that can be drawn. The
 * pixels themselves are not looked at.
 */
final class PictureForm {

  private static final String PNG_HEAD = "\u0089PNG\r\n\u001a\n";
  private static final int PNG_FIRST = 8;
  private static final int PNG_AROUND = 12;

  private static final int JPEG_MARK = 0xFF;
  private static final int JPEG_START_OF_SCAN = 0xDA;
  private static final int JPEG_END = 0xD9;

  private static final int GIF_END = 0x3B;

  private static final int RIFF_AROUND = 8;
  private static final int WEBP_FORM = 12;
  private static final int WEBP_DATA = 20;

  private PictureForm() {}

  private static boolean isSane(long width, long height) {
    return width >= 1 && height >= 1 && width <= FileKind.MAX_SIDE && height <= FileKind.MAX_SIDE;
  }

  /** Chunk after chunk, the sides in the first, until the one that says that it is the end. */
  static boolean isPng(FileBytes bytes) {
    if (!bytes.hasAt(0, PNG_HEAD)
        || !bytes.hasAt(PNG_FIRST + 4L, "IHDR")
        || !isSane(bytes.big4At(PNG_FIRST + 8L), bytes.big4At(PNG_FIRST + 12L))) {
      return false;
    }
    boolean hasPixels = false;
    long at = PNG_FIRST;
    while (at + PNG_AROUND <= bytes.length()) {
      long length = bytes.big4At(at);
      if (bytes.hasAt(at + 4, "IEND")) {
        return hasPixels && length == 0;
      }
      hasPixels |= bytes.hasAt(at + 4, "IDAT");
      at += length + PNG_AROUND;
    }
    return false;
  }

  /** Segment after segment, the sides in one of them, then scans until the mark of the end. */
  static boolean isJpeg(FileBytes bytes) {
    if (!bytes.hasAt(0, "\u00ff\u00d8\u00ff")) {
      return false;
    }
    boolean hasSides = false;
    long at = 2;
    while (at < bytes.length()) {
      if (bytes.at(at) != JPEG_MARK) {
        return false;
      }
      int mark = bytes.at(at + 1);
      if (mark == JPEG_MARK) {
        at++;
        continue;
      }
      if (mark == JPEG_START_OF_SCAN) {
        return hasSides && hasJpegEnd(bytes, at + 2);
      }
      int length = bytes.bigAt(at + 2);
      if (length < 2) {
        return false;
      }
      if (isJpegFrame(mark)) {
        hasSides = isSane(bytes.bigAt(at + 7), bytes.bigAt(at + 5));
        if (!hasSides) {
          return false;
        }
      }
      at += length + 2L;
    }
    return false;
  }

  /** A mark that is followed by the sides: C0 to CF without three that mean something else. */
  private static boolean isJpegFrame(int mark) {
    return mark >= 0xC0 && mark <= 0xCF && mark != 0xC4 && mark != 0xC8 && mark != 0xCC;
  }

  /** Cameras put more behind the end, such as a smaller picture. */
  private static boolean hasJpegEnd(FileBytes bytes, long from) {
    for (long at = from; at + 1 < bytes.length(); at++) {
      if (bytes.at(at) == JPEG_MARK && bytes.at(at + 1) == JPEG_END) {
        return true;
      }
    }
    return false;
  }

  static boolean isGif(FileBytes bytes) {
    if (!(bytes.hasAt(0, "GIF87a") || bytes.hasAt(0, "GIF89a"))
        || !isSane(bytes.littleAt(6), bytes.littleAt(8))) {
      return false;
    }
    long last = bytes.length() - 1L;
    // Some programs fill up with zeros.
    while (last > 0 && bytes.at(last) == 0) {
      last--;
    }
    return bytes.at(last) == GIF_END;
  }

  /** One of the three forms of WebP, as long as it says that it is. */
  static boolean isWebp(FileBytes bytes) {
    long length = bytes.little4At(4) + RIFF_AROUND;
    if (!bytes.hasAt(0, "RIFF")
        || !bytes.hasAt(8, "WEBP")
        || length > bytes.length()
        || bytes.length() > length + 1) {
      return false;
    }
    if (bytes.hasAt(WEBP_FORM, "VP8X")) {
      return isSane(
          1 + (bytes.little4At(WEBP_DATA + 4L) & 0xFFFFFF),
          1 + (bytes.little4At(WEBP_DATA + 6L) >> 8));
    }
    if (bytes.hasAt(WEBP_FORM, "VP8L")) {
      long sides = bytes.little4At(WEBP_DATA + 1L);
      return bytes.at(WEBP_DATA) == 0x2F
          && sides >= 0
          && isSane(1 + (sides & 0x3FFF), 1 + (sides >> 14 & 0x3FFF));
    }
    return bytes.hasAt(WEBP_FORM, "VP8 ")
        && bytes.hasAt(WEBP_DATA + 3L, "\u009d\u0001*")
        && isSane(bytes.littleAt(WEBP_DATA + 6L) & 0x3FFF, bytes.littleAt(WEBP_DATA + 8L) & 0x3FFF);
  }
}
