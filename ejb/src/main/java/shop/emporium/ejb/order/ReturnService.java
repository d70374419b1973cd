package shop.emporium.ejb.order;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.Money;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.order.ReturnReason;
import shop.emporium.domain.order.ReturnStatus;
import shop.emporium.domain.shared.Actor;
import shop.emporium.domain.shared.Move;
import shop.emporium.domain.shared.OneLine;

/**
 * Returns and refunds: buyers ask to send pieces back, people who work here take them or do not, or
 * give some money back without any pieces.
 *
 * <p>Each method locks the order first. Money that goes back is written down before the provider is
 * asked for it, as with payments.
 */
@Stateless
public class ReturnService {

  /** The most characters of what a buyer says. */
  public static final int MAX_NOTE = 300;

  @Inject private OrderMover mover;
  @Inject private OrderViewRepository views;
  @Inject private OrderLookup lookup;
  @Inject private ReturnRepository returns;
  @Inject private ReturnDesk desk;
  @Inject private OrderMails mails;
  @Inject private Event<OrderChanged> changed;

  /**
   * A buyer wants to send pieces back.
   *
   * @return the return
   * @throws OrderException when there are not so many that could be sent back
   */
  public long ask(
      @NotNull OrderNumber number,
      @NotEmpty @Size(max = OrderedPieces.MOST) List<@NotNull @Valid OrderedPieces> pieces,
      @NotNull ReturnReason reason,
      @NotNull
          @Size(max = MAX_NOTE)
          @Pattern(regexp = OneLine.FORM, message = "must be one line of text")
          String note,
      @NotNull Actor by) {
    mover.lock(number);
    OrderView order = view(number);
    Map<Integer, Integer> chosen = OrderedPieces.among(order, pieces, OrderLineView::returnable);
    long id = returns.insert(number, chosen, reason, note, by.text());
    mails.returnAsked(order, id);
    changed.fire(new OrderChanged(number));
    return id;
  }

  /** The pieces are here: their money goes back. */
  public void accept(
      @NotNull OrderNumber number,
      long id,
      boolean restock,
      @NotNull Actor by,
      @NotNull
          @Size(max = Move.MAX_WHY)
          @Pattern(regexp = OneLine.FORM, message = "must be one line of text")
          String why) {
    LockedOrder locked = mover.lock(number);
    OrderView order = view(number);
    ReturnView wish = wish(order, id);
    wish.status().move(ReturnStatus.ACCEPTED);
    Map<Integer, Integer> pieces = new TreeMap<>();
    for (ParcelView.Pieces one : wish.pieces()) {
      OrderLineView line = order.line(one.position());
      if (one.quantity() > line.quantity() - line.returned()) {
        throw new OrderException(OrderFault.NOT_THAT_MANY);
      }
      pieces.put(one.position(), one.quantity());
    }
    desk.accept(locked, order, id, pieces, restock, by, why);
  }

  /** The shop does not take the pieces back. */
  public void refuse(
      @NotNull OrderNumber number,
      long id,
      @NotNull Actor by,
      @NotNull
          @Size(min = 1, max = Move.MAX_WHY)
          @Pattern(regexp = OneLine.FORM, message = "must be one line of text")
          String why) {
    mover.lock(number);
    OrderView order = view(number);
    ReturnStatus from = wish(order, id).status();
    ReturnStatus to = from.move(ReturnStatus.REFUSED);
    returns.refuse(id, new Move<>(from, to, by, Instant.now(), why));
    mails.returnRefused(order, id);
    changed.fire(new OrderChanged(number));
  }

  /**
   * Gives some money back without any pieces, for a scratch or a delay.
   *
   * @throws OrderException when not so much was paid that is not given back yet
   */
  public void refund(
      @NotNull OrderNumber number,
      @NotNull Money amount,
      @NotNull Actor by,
      @NotNull
          @Size(min = 1, max = Move.MAX_WHY)
          @Pattern(regexp = OneLine.FORM, message = "must be one line of text")
          String why) {
    mover.lock(number);
    OrderView order = view(number);
    boolean isMoney =
        amount.isPositive()
            && amount.getCurrencyUnit().equals(order.totals().total().getCurrencyUnit());
    if (!isMoney || !desk.giveBack(order, amount, by, why).equals(amount)) {
      throw new OrderException(OrderFault.TOO_MUCH_MONEY);
    }
    changed.fire(new OrderChanged(number));
  }

  private static ReturnView wish(OrderView order, long id) {
    return order.returns().stream()
        .filter(one -> one.id() == id)
        .findFirst()
        .orElseThrow(() -> new OrderException(OrderFault.UNKNOWN_RETURN));
  }

  private OrderView view(OrderNumber number) {
    return views.find(number, lookup.days()).orElseThrow();
  }
}
