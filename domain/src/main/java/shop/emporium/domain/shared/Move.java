package shop.emporium.domain.shared;

import java.time.Instant;

/**
 * A move from one state to another, with all that a history says of it.
 *
 * @param from null for the first state
 * @param who made it
 * @param why in a few words, at most {@value #MAX_WHY} characters in one line; may be empty
 */
public record Move<S extends Enum<S>>(S from, S to, Actor who, Instant at, String why) {

  /** The most characters of a reason. */
  public static final int MAX_WHY = 200;

  /**
   * A move.
   *
   * @throws IllegalArgumentException when the reason is no line of that length
   */
  public Move {
    if (!OneLine.isValid(why) || why.length() > MAX_WHY) {
      throw new IllegalArgumentException("A reason is one line of up to " + MAX_WHY);
    }
  }
}
