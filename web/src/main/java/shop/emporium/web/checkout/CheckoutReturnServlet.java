package shop.emporium.web.checkout;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.ejb.checkout.CheckoutService;
import shop.emporium.web.shared.SeeOther;

/**
 * The way to a payment provider and back: asks how the payment stands, and leads on. Nothing that
 * the address says is believed, but which order is meant; an order of somebody else is not there.
 */
@WebServlet({"/checkout/return", "/checkout/pay"})
public class CheckoutReturnServlet extends HttpServlet {

  @Inject private transient CurrentCheckout checkout;
  @Inject private transient CheckoutService checkouts;
  @Inject private transient PaymentPath path;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<OrderNumber> order =
        OrderNumber.parse(request.getParameter("order"))
            .filter(one -> checkouts.isOwn(one, checkout.cart(), checkout.customer()));
    if (order.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    SeeOther.answer(
        response,
        request.getServletPath().equals("/checkout/pay")
            ? path.goOn(order.orElseThrow())
            : path.comeBack(order.orElseThrow()));
  }
}
