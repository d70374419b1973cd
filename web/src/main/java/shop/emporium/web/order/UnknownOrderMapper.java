package shop.emporium.web.order;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import shop.emporium.ejb.order.UnknownOrderException;
import shop.emporium.web.shared.Problem;

/** Tells by a problem that there is no such order. */
@Provider
public class UnknownOrderMapper implements ExceptionMapper<UnknownOrderException> {

  @Override
  public Response toResponse(UnknownOrderException unknown) {
    return Problem.notFound("There is no such order.").toResponse();
  }
}
