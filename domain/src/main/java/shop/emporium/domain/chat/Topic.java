package shop.emporium.domain.chat;

import java.util.Optional;

/**
 * What somebody writes about, as far as single words and phrases tell, in English or German, with
 * or without accents and with small typing errors.
 *
 * <p>The first of two that are told alike counts; that is why they stand in this order.
 */
public enum Topic {
  /** Wants a person; that comes before everything else that is said. */
  PERSON,
  /** How an order stands. */
  ORDER,
  RETURNS,
  SHIPPING,
  /** When and how people are reached. */
  HOURS,
  PAYMENT,
  /** Something that may be in the catalogue. */
  PRODUCT,
  THANKS,
  GREETING;

  /** What a text is about; empty when nothing in it tells. */
  public static Optional<Topic> of(String text) {
    return TopicWords.SHOP.topicOf(text);
  }

  /**
   * The words of a text that may name a product, as they were typed, with a blank between them;
   * empty when all words only frame a question, such as "do you have a".
   */
  public static String subject(String text) {
    return TopicWords.SHOP.subject(text);
  }

  /** Whether it is small talk, which anything else that is said goes before. */
  boolean isSmallTalk() {
    return this == THANKS || this == GREETING;
  }
}
