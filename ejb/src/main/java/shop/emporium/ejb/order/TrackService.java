package shop.emporium.ejb.order;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import shop.emporium.domain.customer.EmailAddress;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.shared.Secret;
import shop.emporium.ejb.customer.Caller;
import shop.emporium.ejb.customer.Throttle;
import shop.emporium.ejb.customer.ThrottleKind;

/**
 * Opens an order for whoever knows its number and the address of e-mail it was placed with.
 *
 * <p>Numbers can be guessed and addresses are known to others, so both are asked for, attempts are
 * counted for the network and for the number, and what does not fit is answered alike whatever of
 * it is wrong.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TrackService {

  private static final int LONGEST = 1000;

  @Inject private Throttle throttle;
  @Inject private OrderLinkRepository known;
  @Inject private OrderLinks links;

  /** What opens an order. */
  public record Opened(OrderNumber number, Secret link) {}

  /**
   * A link to the order, good for half an hour; empty when there is no such order with that
   * address.
   *
   * @throws shop.emporium.ejb.customer.TooManyAttemptsException when it was tried too often
   */
  public Optional<Opened> open(
      @NotNull @Size(max = LONGEST) String number,
      @NotNull @Size(max = LONGEST) String email,
      @NotNull Caller caller) {
    String network = caller.network();
    Optional<OrderNumber> typed = OrderNumber.parse(number);
    throttle.enter(ThrottleKind.ORDER_NETWORK, network);
    // What is no number is nobody's: counted together, people would wait for each other's typing.
    typed.ifPresent(order -> throttle.enter(ThrottleKind.ORDER_NUMBER, order.text()));
    Optional<OrderNumber> found =
        typed.filter(
            order -> EmailAddress.parse(email).filter(mail -> known.isOf(order, mail)).isPresent());
    found.ifPresent(
        one -> {
          throttle.release(ThrottleKind.ORDER_NETWORK, network);
          throttle.release(ThrottleKind.ORDER_NUMBER, one.text());
        });
    return found.map(one -> new Opened(one, links.create(one, OrderLinks.SHORT)));
  }
}
