package shop.emporium.ejb.chat;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What somebody looks for, as PostgreSQL reads it. */
final class InboxWords {

  private InboxWords() {}

  /**
   * All words, each of which may go on, for {@code to_tsquery('simple', …)}: quoted, so that
   * nothing in them is an operator, and taken apart as the messages were. Empty when there is none.
   */
  static String query(String typed) {
    return Arrays.stream(typed.strip().split("\\s+"))
        .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
        .map(word -> "'" + word.replace("\\", "\\\\").replace("'", "''") + "':*")
        .collect(Collectors.joining(" & "));
  }

  /** A part of a text, for {@code ILIKE}. */
  static String like(String typed) {
    return "%" + typed.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
  }

  /** The number of a conversation, such as 1001 or #1001; 0 when it is none. */
  static long number(String typed) {
    String digits = typed.strip().replaceFirst("^#", "");
    return digits.matches("[0-9]{1,15}") ? Long.parseLong(digits) : 0;
  }
}
