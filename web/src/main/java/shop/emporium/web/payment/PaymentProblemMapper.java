package shop.emporium.web.payment;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import shop.emporium.ejb.payment.CardsNotTakenException;
import shop.emporium.web.shared.Problem;

/** Tells by a problem that nobody takes cards. */
@Provider
public class PaymentProblemMapper implements ExceptionMapper<CardsNotTakenException> {

  @Override
  public Response toResponse(CardsNotTakenException refused) {
    return Problem.of(422, "payment-method", refused.getMessage(), "Choose another way to pay.")
        .toResponse();
  }
}
