package shop.emporium.ejb.chat.assistant;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shop.emporium.domain.customer.EmailAddress;
import shop.emporium.domain.order.OrderNumber;

/**
 * The number of an order and an address of e-mail, as people type them into a sentence.
 *
 * @param number empty when there is none
 * @param email empty when there is none
 */
record OrderWords(Optional<OrderNumber> number, Optional<String> email) {

  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>()\\[\\],;:\"]{1,64}@[^\\s@<>()\\[\\],;:\"]{1,255}");

  /** With its letters, or four digits and more: fewer are a size or a count. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:[Ee][Mm][\\s\\u2010-\\u2015-]?([0-9]{1,15})|([0-9]{4,15}))(?![\\p{L}\\p{N}])");

  /** A number with its letters says it all; one without may be anything, if it stands not alone. */
  private static final Pattern CERTAIN =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])[Ee][Mm][\\s\\u2010-\\u2015-]?[0-9]|^\\s*[0-9]{4,15}\\s*$");

  /** Whether a text can mean nothing else than an order. */
  static boolean isNumber(String text) {
    return CERTAIN.matcher(text).find();
  }

  /** What is in texts, of which an earlier one counts more than a later. */
  static OrderWords in(List<String> texts) {
    return new OrderWords(
        texts.stream().flatMap(text -> number(text).stream()).findFirst(),
        texts.stream().flatMap(text -> email(text).stream()).findFirst());
  }

  boolean isEmpty() {
    return number.isEmpty() && email.isEmpty();
  }

  private static Optional<String> email(String text) {
    Matcher matcher = EMAIL.matcher(text);
    return matcher.find()
        // The end of the sentence is none of the address.
        ? Optional.of(matcher.group().replaceAll("[.!?]+$", ""))
            .filter(typed -> EmailAddress.parse(typed).isPresent())
        : Optional.empty();
  }

  private static Optional<OrderNumber> number(String text) {
    // Addresses have digits too.
    Matcher matcher = NUMBER.matcher(EMAIL.matcher(text).replaceAll(" "));
    return matcher.find()
        ? OrderNumber.parse(matcher.group(1) == null ? matcher.group(2) : matcher.group(1))
        : Optional.empty();
  }
}
