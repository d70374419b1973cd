package shop.emporium.domain.chat;

import java.util.List;

/**
 * Files that are two things at once. A program for Windows is told by its first bytes and so never
 * begins like a picture; an archive is read from its end and a page of the web from anywhere near
 * its beginning, so both can hide in one.
 */
final class Disguise {

  /** Browsers of old looked at this many bytes to guess a type; some more. */
  private static final int HEAD = 1_024;

  private static final List<String> PAGES =
      List.of("<!doctype", "<html", "<head", "<body", "<script", "<svg", "<iframe", "<?php", "<%@");

  /** The end of a ZIP archive, as JAR and office files are too: 22 bytes and a comment. */
  private static final String ZIP_END = "PK\u0005\u0006";

  private static final int ZIP_END_LENGTH = 22;
  private static final int ZIP_COMMENT = 0xFFFF;
  private static final int ZIP_COMMENT_AT = 20;

  private Disguise() {}

  /** Whether something else is in a file as well. */
  static boolean isIn(FileBytes bytes) {
    String head = bytes.head(HEAD);
    return PAGES.stream().anyMatch(head::contains) || endsAsArchive(bytes);
  }

  private static boolean endsAsArchive(FileBytes bytes) {
    int end = bytes.lastIndexOf(ZIP_END, ZIP_END_LENGTH + ZIP_COMMENT);
    // Four bytes come together by chance as well, but hardly with a length that fits.
    return end >= 0
        && bytes.littleAt(end + ZIP_COMMENT_AT) <= bytes.length() - end - ZIP_END_LENGTH
        && bytes.littleAt(end + ZIP_COMMENT_AT) >= 0;
  }
}
