package shop.emporium.web.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.shared.Actor;
import shop.emporium.domain.shared.Secret;
import shop.emporium.ejb.customer.SignedIn;
import shop.emporium.ejb.order.OrderLookup;
import shop.emporium.ejb.order.OrderPath;
import shop.emporium.ejb.order.OrderView;
import shop.emporium.web.customer.CurrentCustomer;
import shop.emporium.web.shared.Problem;
import shop.emporium.web.shared.ProblemException;

/**
 * Who may see an order: the customer whose it is, and whoever has a link to it. For everybody else
 * it is not there, no more than one that never was.
 */
@RequestScoped
public class OrderAccess {

  /** What a link has behind the number of the order. */
  static final String KEY = "key";

  private static final int LONGEST_NUMBER = 30;

  @Inject private OrderLookup orders;
  @Inject private CurrentCustomer current;
  @Inject private HttpServletRequest request;

  /**
   * An order, and as whom the visitor sees it.
   *
   * @param link by which it was opened; empty for its customer
   */
  public record Seen(OrderView order, Actor by, Optional<Secret> link) {

    /** The address of its page, without language. */
    public String address() {
      return OrderPath.of(order.number()) + query("?");
    }

    /** What an address needs so that it opens for this visitor. */
    String query(String sign) {
      return link.map(secret -> sign + KEY + "=" + secret.value()).orElse("");
    }
  }

  /** The order with this number, if the visitor may see it. */
  public Optional<Seen> find(String typed) {
    if (typed == null || typed.length() > LONGEST_NUMBER) {
      return Optional.empty();
    }
    return OrderNumber.parse(typed).flatMap(number -> byLink(number).or(() -> own(number)));
  }

  private Optional<Seen> byLink(OrderNumber number) {
    return Secret.parse(request.getParameter(KEY))
        .flatMap(
            link ->
                orders
                    .byLink(number, link)
                    .map(order -> new Seen(order, Actor.GUEST, Optional.of(link))));
  }

  private Optional<Seen> own(OrderNumber number) {
    return current
        .find()
        .map(SignedIn::customer)
        .flatMap(
            customer ->
                orders
                    .ofCustomer(customer, number)
                    .map(order -> new Seen(order, Actor.customer(customer), Optional.empty())));
  }

  /**
   * The same for programs.
   *
   * @throws ProblemException when the visitor may not see it, or is nobody and has no link
   */
  Seen require(String typed) {
    if (request.getParameter(KEY) == null) {
      current.require();
    }
    return find(typed)
        .orElseThrow(() -> new ProblemException(Problem.notFound("There is no such order.")));
  }
}
