package shop.emporium.web.checkout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.ejb.order.OrderLinks;
import shop.emporium.ejb.order.OrderLookup;
import shop.emporium.ejb.order.OrderPath;
import shop.emporium.ejb.payment.PaymentDesk;
import shop.emporium.ejb.payment.PaymentProgress;
import shop.emporium.ejb.payment.PaymentRecord;
import shop.emporium.web.shared.Format;
import shop.emporium.web.shared.PageHead;
import shop.emporium.web.shared.PageLanguage;

/**
 * Leads a buyer on: to the provider's page, to the order, or back to the payment.
 *
 * <p>The order's page is a customer's own when the order is his; a guest gets a link that opens it,
 * and so does who signed in after he had ordered as one.
 */
@RequestScoped
class PaymentPath {

  private static final String RETURN = "/checkout/return?order=";

  @Inject private PaymentDesk desk;
  @Inject private OrderLookup orders;
  @Inject private OrderLinks links;
  @Inject private CurrentCheckout checkout;
  @Inject private PageHead head;
  @Inject private PageLanguage language;

  /**
   * Goes on with the payment of an order, after a form was sent. A form must not lead to another
   * site, which is what the content security policy says; so where the provider is one, a page of
   * the shop's own leads there.
   *
   * @return where the buyer goes: an address with its language
   */
  String afterForm(OrderNumber order) {
    PaymentProgress progress = ask(order, Optional.empty());
    boolean isForeign =
        progress instanceof PaymentProgress.ActionNeeded needed
            && needed.page().isAbsolute()
            && !needed.page().toString().startsWith(head.origin() + "/");
    return isForeign ? language.getBase() + "/checkout?leave=1" : after(order, progress, true);
  }

  /** Goes on with the payment of an order, and says where its buyer goes: a whole address. */
  String goOn(OrderNumber order) {
    return after(order, ask(order, Optional.empty()), true);
  }

  /** Where somebody goes who comes back from the provider, whatever he did there. */
  String comeBack(OrderNumber order) {
    return after(order, ask(order, Optional.empty()), false);
  }

  /** Goes on with the payment of an order, and says how it stands. */
  PaymentProgress ask(OrderNumber order, Optional<String> token) {
    return desk.proceed(order, token, back(order));
  }

  /** The same with the payment that the order was just placed with. */
  PaymentProgress ask(PaymentRecord payment, Optional<String> token) {
    return desk.proceed(payment, token, back(payment.order()));
  }

  private URI back(OrderNumber order) {
    return URI.create(head.origin() + language.getBase() + RETURN + order.text());
  }

  /** A page as somebody opens it who is not at the shop: with host and all. */
  String whole(URI page) {
    return page.isAbsolute() ? page.toString() : head.origin() + page;
  }

  private String after(OrderNumber order, PaymentProgress progress, boolean isLeaving) {
    if (progress instanceof PaymentProgress.ActionNeeded needed) {
      return isLeaving ? needed.page().toString() : language.getBase() + "/checkout";
    }
    if (progress instanceof PaymentProgress.Declined declined) {
      return language.getBase()
          + "/checkout?step=payment&declined="
          + Format.encoded(declined.reason());
    }
    return language.getBase() + page(order);
  }

  /** The page of an order, without language. */
  String page(OrderNumber order) {
    boolean isHis = checkout.customer().flatMap(id -> orders.ofCustomer(id, order)).isPresent();
    return isHis ? OrderPath.of(order) : OrderPath.of(order, links.create(order));
  }
}
