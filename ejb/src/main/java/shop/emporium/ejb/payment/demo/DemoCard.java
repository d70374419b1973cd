package shop.emporium.ejb.payment.demo;

import java.util.Arrays;
import java.util.Optional;

/** The cards of the demo provider, and the tokens that stand for them. */
public enum DemoCard {
  /** Paid at once. */
  APPROVED("tok_approved", "4242424242424242"),
  /** Declined. */
  DECLINED("tok_declined", "4000000000000002"),
  /** Declined, since there is too little money. */
  INSUFFICIENT("tok_insufficient", "4000000000009995"),
  /** The buyer has to confirm on a page of his bank. */
  CHALLENGE("tok_challenge", "4000000000003220"),
  /** The call of the shop gets no answer, and no notice is sent: only who asks hears of it. */
  TIMEOUT("tok_timeout", "4000000000000119"),
  /** Approved some seconds later, and told by a notice. */
  LATE("tok_late", "4000000000000077"),
  /** Paid at once, and told by a notice that comes twice. */
  TWICE("tok_twice", "4000000000000101");

  private final String token;
  private final String number;

  DemoCard(String token, String number) {
    this.token = token;
    this.number = number;
  }

  /** What a program sends in place of a number. */
  public String token() {
    return token;
  }

  /** What is typed, without blanks. */
  public String number() {
    return number;
  }

  /** The number in groups of four, as it stands on a card. */
  public String groups() {
    return number.replaceAll("(.{4})(?=.)", "$1 ");
  }

  static Optional<DemoCard> ofToken(String token) {
    return Arrays.stream(values()).filter(card -> card.token.equals(token)).findFirst();
  }

  static Optional<DemoCard> ofNumber(String digits) {
    return Arrays.stream(values()).filter(card -> card.number.equals(digits)).findFirst();
  }
}
