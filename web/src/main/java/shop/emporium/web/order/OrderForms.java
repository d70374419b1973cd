package shop.emporium.web.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.omnifaces.util.Faces;
import shop.emporium.domain.order.ReturnReason;
import shop.emporium.domain.shared.IllegalMoveException;
import shop.emporium.ejb.order.OrderException;
import shop.emporium.ejb.order.OrderLineView;
import shop.emporium.ejb.order.OrderService;
import shop.emporium.ejb.order.OrderedPieces;
import shop.emporium.ejb.order.ReorderService;
import shop.emporium.ejb.order.Reordered;
import shop.emporium.ejb.order.ReturnService;
import shop.emporium.ejb.shared.Retries;
import shop.emporium.web.cart.CartCookie;
import shop.emporium.web.cart.CurrentCart;
import shop.emporium.web.shared.Fault;
import shop.emporium.web.shared.PageForm;

/** What can be done on the page of an order: cancel it, send something back, order it again. */
@RequestScoped
class OrderForms {

  /** How a form calls the pieces of a line, before the line's position. */
  private static final String PIECES = "pieces-";

  @Inject private PageForm form;
  @Inject private OrderService orders;
  @Inject private ReturnService returns;
  @Inject private ReorderService reorders;
  @Inject private CurrentCart cart;
  @Inject private Retries retries;

  private Reordered reordered;

  /** Does what a form of the page is for, if one was sent; returns whether it was refused. */
  boolean on(OrderAccess.Seen seen) {
    on("cancel", () -> cancel(seen));
    on("return", () -> giveBack(seen));
    on("reorder", () -> reorder(seen));
    return !form.getFaults().isEmpty();
  }

  private void on(String name, Supplier<String> action) {
    form.on(
        name,
        () -> {
          try {
            return action.get();
          } catch (IllegalMoveException late) {
            form.refuse(Fault.of("order-moved", null));
          } catch (OrderException refused) {
            form.refuse(
                Fault.of(
                    "order-" + refused.getFault().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    null));
          }
          return null;
        });
  }

  private String cancel(OrderAccess.Seen seen) {
    retries.run(
        () -> {
          orders.cancel(seen.order().number(), seen.by(), "Not wanted any more");
          return true;
        });
    return done(seen, "order-cancelled");
  }

  private String giveBack(OrderAccess.Seen seen) {
    List<OrderedPieces> pieces = new ArrayList<>();
    for (OrderLineView line : seen.order().lines()) {
      int count = (int) Math.min(form.number(PIECES + line.position()), 1000);
      if (count > 0) {
        pieces.add(new OrderedPieces(line.sku(), count));
      }
    }
    if (pieces.isEmpty()) {
      form.refuse(Fault.of("return-nothing", null));
      return null;
    }
    ReturnReason reason = ReturnReason.parse(form.typed("reason")).orElse(ReturnReason.OTHER);
    String note = form.typed("note").strip();
    retries.run(() -> returns.ask(seen.order().number(), pieces, reason, note, seen.by()));
    return done(seen, "return-asked");
  }

  /** Where all of it is in the cart, the cart is shown; else it is said here what is not. */
  private String reorder(OrderAccess.Seen seen) {
    reordered = reorders.reorder(seen.order(), cart.owner());
    reordered
        .token()
        .ifPresent(token -> CartCookie.write(Faces.getRequest(), Faces.getResponse(), token));
    return reordered.missing().isEmpty() ? "/cart" : null;
  }

  /** What became of the wish to order the same again; null when nobody wished so. */
  Reordered reordered() {
    return reordered;
  }

  private static String done(OrderAccess.Seen seen, String code) {
    return seen.address() + (seen.link().isPresent() ? "&" : "?") + "done=" + code;
  }
}
