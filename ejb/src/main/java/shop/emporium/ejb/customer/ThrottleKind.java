package shop.emporium.ejb.customer;

import java.time.Duration;

/**
 * What is counted, and when it has to slow down: after the free attempts each further one has to
 * wait twice as long as the one before, up to the longest wait.
 */
public enum ThrottleKind {
  /** Passwords that did not fit, for one address of e-mail, whether it has an account or not. */
  SIGN_IN_ACCOUNT(5, Duration.ofSeconds(1), Duration.ofMinutes(15)),
  /** Passwords that did not fit, from one network. */
  SIGN_IN_NETWORK(100, Duration.ofSeconds(1), Duration.ofMinutes(15)),
  /** Mails that somebody had sent to one address. */
  MAIL_ADDRESS(5, Duration.ofMinutes(1), Duration.ofHours(1)),
  /** Mails that were asked for from one network. */
  MAIL_NETWORK(100, Duration.ofSeconds(10), Duration.ofMinutes(15)),
  /** Accounts that were made from one network: a school or a load test makes hundreds. */
  REGISTER_NETWORK(1000, Duration.ofSeconds(1), Duration.ofMinutes(5)),
  /**
   * Challenges that one network asked for to sign in with a passkey: each page to sign in asks for
   * one, so that many people behind one address never wait long.
   */
  PASSKEY_NETWORK(1000, Duration.ofSeconds(1), Duration.ofSeconds(10)),
  /**
   * Orders of guests for one address of e-mail that are to be paid by transfer: each keeps its
   * pieces for days and sends a mail, whoever has typed the address.
   */
  TRANSFER_ORDER(10, Duration.ofMinutes(1), Duration.ofHours(1)),
  /** Reviews that one buyer wrote or changed. */
  REVIEW(20, Duration.ofSeconds(10), Duration.ofMinutes(15)),
  /** Forms that came from one network: many people share one. */
  SUPPORT_NETWORK(30, Duration.ofSeconds(10), Duration.ofMinutes(15)),
  /** Forms of one customer, or with one address or telephone number: each sends a mail. */
  SUPPORT_PERSON(5, Duration.ofSeconds(30), Duration.ofHours(1)),
  /** What was answered in one ticket. */
  SUPPORT_TICKET(20, Duration.ofSeconds(10), Duration.ofMinutes(15)),
  /** Codes that somebody tried who knew the password, for one account. */
  SECOND_FACTOR(5, Duration.ofSeconds(1), Duration.ofMinutes(15)),
  /** Addresses that somebody tried for the number of an order. */
  ORDER_NUMBER(5, Duration.ofSeconds(1), Duration.ofMinutes(15)),
  /** Codes of coupons that nobody has, from one network: many people share one. */
  CODE_NETWORK(30, Duration.ofSeconds(1), Duration.ofMinutes(15)),
  /** Numbers of orders and addresses that did not fit, from one network. */
  ORDER_NETWORK(30, Duration.ofSeconds(1), Duration.ofMinutes(15));

  private final int free;
  private final Duration first;
  private final Duration longest;

  ThrottleKind(int free, Duration first, Duration longest) {
    this.free = free;
    this.first = first;
    this.longest = longest;
  }

  /** How many attempts need not wait. */
  public int free() {
    return free;
  }

  /** The first wait. */
  public Duration first() {
    return first;
  }

  /** The longest wait. */
  public Duration longest() {
    return longest;
  }
}
