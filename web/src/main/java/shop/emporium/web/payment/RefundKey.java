package shop.emporium.web.payment;

import java.nio.charset.StandardCharsets;
import org.joda.money.Money;
import shop.emporium.domain.checkout.IdempotencyKey;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.web.shared.Problem;
import shop.emporium.web.shared.ProblemException;

/** The key of a call that gives money back, so that it can be repeated. */
public final class RefundKey {

  private RefundKey() {}

  /**
   * The key of a call: it counts within its order, and with what is given back and why.
   *
   * @param typed as it was sent, or null
   * @throws ProblemException when it is no key
   */
  public static IdempotencyKey of(OrderNumber order, String typed, Money amount, String why) {
    byte[] body = (amount + "\n" + why).getBytes(StandardCharsets.UTF_8);
    return IdempotencyKey.of("refund:" + order.value(), typed, body)
        .orElseThrow(
            () -> new ProblemException(Problem.keyRequired("A refund needs a key", "refund")));
  }

  /** It came before, with another amount or another reason. */
  public static ProblemException reused() {
    return new ProblemException(
        Problem.of(
            422,
            "idempotency-key-reused",
            "This key was used for something else",
            "Repeat a call as it was, or use a new key for another refund."));
  }
}
