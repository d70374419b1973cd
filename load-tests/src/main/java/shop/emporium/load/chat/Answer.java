package shop.emporium.load.chat;

/**
 * What was answered to something that was said or wanted.
 *
 * @param type saved, done or refused
 * @param conversation where it was said; 0 where it was refused
 * @param number of the message; 0 unless it is saved
 * @param reason why it was refused, else empty
 * @param at when it came, as {@link System#nanoTime}
 */
record Answer(String type, long conversation, int number, String reason, long at) {

  boolean isSaved() {
    return type.equals("saved");
  }

  /**
   * Itself, where it is what was hoped for.
   *
   * @throws IllegalStateException when it was refused
   */
  Answer orFail() {
    if (type.equals("refused")) {
      throw new IllegalStateException("The shop refused: " + reason);
    }
    return this;
  }
}
