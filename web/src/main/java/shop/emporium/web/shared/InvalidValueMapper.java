package shop.emporium.web.shared;

import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * Values that a service's contract refuses. A mapper of its own, since RESTEasy has one for these
 * that answers in plain text.
 */
@Provider
public class InvalidValueMapper implements ExceptionMapper<ConstraintViolationException> {

  @Override
  public Response toResponse(ConstraintViolationException invalid) {
    return new ApiExceptionMapper().toResponse(invalid);
  }
}
