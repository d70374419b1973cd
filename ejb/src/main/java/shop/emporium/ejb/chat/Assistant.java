package shop.emporium.ejb.chat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import shop.emporium.ejb.customer.Caller;

/**
 * Gives first answers, until a person is wanted. What it says is always said to be automatic.
 *
 * <p>The shop's own answers by rules and by the search of the catalogue. To plug in another, such
 * as a language model, make it an {@code @Alternative} with a {@code @Priority}. It is called
 * outside of any transaction and has to answer within {@link #PATIENCE_MILLIS}; when it does not,
 * or fails, a person is offered.
 */
public interface Assistant {

  /** How long an answer may take. */
  int PATIENCE_MILLIS = 5_000;

  /**
   * What a shopper has said.
   *
   * @param text what was typed now, or the choice that was pressed
   * @param before what was said before by the shopper and the assistant, the oldest first, at most
   *     the last ten
   * @param customer who is signed in; empty for a guest
   * @param language in which to answer
   * @param caller from where it was typed: who guesses numbers of orders is slowed down by that
   */
  record Question(
      String text, List<Line> before, Optional<Long> customer, Locale language, Caller caller) {}

  /** Something that was said before. */
  record Line(boolean isOfShopper, String text) {}

  /**
   * The answer.
   *
   * @param text at most 2,000 characters; addresses in it, such as {@code /product/aster-2}, are
   *     made links, and products cards
   * @param choices what may be pressed instead of typing, at most six of 60 characters
   * @param isPersonWanted whether the shopper asked for a person, or only one can help: the
   *     conversation goes into the queue then
   */
  record Answer(String text, List<String> choices, boolean isPersonWanted) {}

  /** What it says when a chat is opened in which nothing was said yet. */
  Answer greet(Optional<Long> customer, Locale language);

  /** Answers. */
  Answer answer(Question question);
}
