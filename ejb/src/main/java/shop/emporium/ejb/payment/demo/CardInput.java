package shop.emporium.ejb.payment.demo;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.YearMonth;

/**
 * A card as it is typed. It is nowhere kept, and never in a log.
 *
 * @param cardNumber 12 to 19 digits, blanks between them
 * @param cardExpiry month and year, such as {@code 12/30}; the stroke may be missing
 * @param cardCode the three or four digits beside the signature
 */
public record CardInput(
    @NotNull @Pattern(regexp = " *+(?:[0-9] ?){12,19} *+") String cardNumber,
    @NotNull @Pattern(regexp = " *+(?:0[1-9]|1[0-2]) ?/? ?(?:20)?[0-9]{2} *+") String cardExpiry,
    @NotNull @Pattern(regexp = " *+[0-9]{3,4} *+") String cardCode) {

  /** The digits of the number. */
  String digits() {
    return cardNumber.replace(" ", "");
  }

  /** Whether the last digit fits the others, as it does on every card (Luhn). */
  public boolean isWhole() {
    String digits = digits();
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(digits.length() - 1 - i), 10);
      int twice = digit > 4 ? 2 * digit - 9 : 2 * digit;
      sum += i % 2 == 0 ? digit : twice;
    }
    return sum % 10 == 0;
  }

  /** Whether the month that stands on it is over. */
  public boolean isExpired(Clock clock) {
    String digits = cardExpiry.replaceAll("[^0-9]", "");
    int month = Integer.parseInt(digits.substring(0, 2));
    int year = 2000 + Integer.parseInt(digits.substring(digits.length() - 2));
    return YearMonth.of(year, month).isBefore(YearMonth.now(clock));
  }

  /** Never the card: this may end up in a log. */
  @Override
  public String toString() {
    return "CardInput[hidden]";
  }
}
