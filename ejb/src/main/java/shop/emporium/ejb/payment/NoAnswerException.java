package shop.emporium.ejb.payment;

/**
 * A provider did not answer in time, or not in a way that can be understood: whether it has done
 * what it was asked for is not known.
 */
public class NoAnswerException extends Exception {

  /**
   * No answer.
   *
   * @param why for an operator, without anything secret
   */
  public NoAnswerException(String why, Throwable cause) {
    super(why, cause);
  }

  public NoAnswerException(String why) {
    this(why, null);
  }
}
