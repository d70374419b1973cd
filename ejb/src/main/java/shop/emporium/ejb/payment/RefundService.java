package shop.emporium.ejb.payment;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.joda.money.Money;
import shop.emporium.domain.checkout.IdempotencyKey;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.shared.Actor;
import shop.emporium.domain.shared.Move;
import shop.emporium.domain.shared.OneLine;
import shop.emporium.ejb.order.OrderService;
import shop.emporium.ejb.order.ReturnService;

/** Gives money back because people who work here say so, once for each key of a call. */
@Stateless
public class RefundService {

  /** What became of a call. */
  public enum Asked {
    /** The money goes back. */
    NOTED,
    /** The same call came before; nothing has changed. */
    KNOWN,
    /** The key came before with something else; nothing has changed. */
    KEY_REUSED
  }

  @Inject private OrderService orders;
  @Inject private ReturnService returns;
  @Inject private RefundKeyRepository keys;

  /**
   * Gives some money of an order back without any pieces. A call that was refused leaves no key: it
   * may be repeated.
   *
   * @param key of the order, with what is given back and why
   * @throws shop.emporium.ejb.order.OrderException when not so much was paid that is not given back
   *     yet
   * @throws shop.emporium.ejb.order.UnknownOrderException when there is no such order
   */
  public Asked giveBack(
      @NotNull OrderNumber order,
      @NotNull IdempotencyKey key,
      @NotNull Money amount,
      @NotNull Actor by,
      @NotNull
          @Size(min = 1, max = Move.MAX_WHY)
          @Pattern(regexp = OneLine.FORM, message = "must be one line of text")
          String why) {
    // Before the key: whoever brings the same one at the same time waits here.
    orders.lock(order);
    Optional<Asked> before = keys.claim(key, order);
    if (before.isPresent()) {
      return before.orElseThrow();
    }
    returns.refund(order, amount, by, why);
    return Asked.NOTED;
  }
}
