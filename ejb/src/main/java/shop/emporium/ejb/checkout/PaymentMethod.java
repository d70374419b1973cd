package shop.emporium.ejb.checkout;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** How an order can be paid. */
public enum PaymentMethod {
  /** By card at the payment provider, while the buyer waits. */
  CARD("card", Duration.ofMinutes(15), Duration.ofSeconds(30)),
  /** By transfer within some days: the order waits for it. */
  TRANSFER("transfer", Duration.ofDays(3), Duration.ofDays(3));

  private final String code;
  private final Duration patience;
  private final Duration lookAfter;

  PaymentMethod(String code, Duration patience, Duration lookAfter) {
    this.code = code;
    this.patience = patience;
    this.lookAfter = lookAfter;
  }

  /** The method of a code; empty when there is none. */
  public static Optional<PaymentMethod> of(String code) {
    return Arrays.stream(values()).filter(method -> method.code.equals(code)).findFirst();
  }

  /** What it is called in addresses and columns. */
  public String code() {
    return code;
  }

  /** How long an order waits for its money. */
  public Duration patience() {
    return patience;
  }

  /**
   * When the shop asks what became of a payment. Before that somebody waits for the answer, and
   * asking would only ask the same.
   */
  public Duration lookAfter() {
    return lookAfter;
  }

  /** Whether the buyer's part is done when the order is placed. */
  public boolean isLater() {
    return this == TRANSFER;
  }
}
