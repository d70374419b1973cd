package shop.emporium.domain.chat;

/**
 * Small typing errors: two letters that changed places from five letters on, one wrong, missing or
 * needless letter from seven on, two from ten on. The first letter is right; shorter words are too
 * often words of their own.
 */
final class Spelling {

  private static final int SWAPPED_FROM = 5;
  private static final int ONE_FROM = 7;
  private static final int TWO_FROM = 10;

  private Spelling() {}

  /** Whether what was typed is a word, or a typing error of it. */
  static boolean isLike(String word, String typed) {
    if (word.equals(typed)) {
      return true;
    }
    int length = word.length();
    if (length < SWAPPED_FROM || typed.isEmpty() || word.charAt(0) != typed.charAt(0)) {
      return false;
    }
    if (length < ONE_FROM) {
      return typed.length() == length && distance(word, typed) == 1 && isSwapped(word, typed);
    }
    int allowed = length < TWO_FROM ? 1 : 2;
    return Math.abs(length - typed.length()) <= allowed && distance(word, typed) <= allowed;
  }

  private static boolean isSwapped(String word, String typed) {
    return word.chars().sum() == typed.chars().sum();
  }

  /** How many letters to add, remove, replace or swap with their neighbour. */
  private static int distance(String one, String other) {
    int[] before = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        boolean isSame = one.charAt(i - 1) == other.charAt(j - 1);
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (isSame ? 0 : 1));
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      int[] free = before;
      before = last;
      last = row;
      row = free;
    }
    return last[other.length()];
  }
}
