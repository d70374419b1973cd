package shop.emporium.web.order;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import shop.emporium.domain.shared.IllegalMoveException;
import shop.emporium.web.shared.Problem;

/** Tells by a problem that an order, a parcel or a return cannot go there from where it is. */
@Provider
public class IllegalMoveMapper implements ExceptionMapper<IllegalMoveException> {

  @Override
  public Response toResponse(IllegalMoveException refused) {
    return Problem.of(
            409,
            "illegal-move",
            "It is too late, or too early, for that",
            "What is %s cannot become %s."
                .formatted(
                    refused.getFrom().toLowerCase(Locale.ROOT),
                    refused.getTo().toLowerCase(Locale.ROOT)))
        .toResponse();
  }
}
