package shop.emporium.ejb.payment.demo;

import java.util.UUID;
import org.joda.money.Money;

/**
 * A payment as the demo provider has it.
 *
 * @param id which nobody can guess: it opens the page
 * @param reference the shop's word for it
 * @param label what it is for, as the shop says
 * @param reason why it was declined, or null
 * @param isSilent whether the shop gets no answer
 */
public record DemoPayment(
    String id,
    UUID reference,
    String label,
    Money amount,
    DemoStatus status,
    String reason,
    boolean isSilent) {

  /** Whether the buyer has something to do on its page. */
  public boolean isWithBuyer() {
    return status == DemoStatus.OPEN || status == DemoStatus.CHALLENGE;
  }
}
