package shop.emporium.web.shared;

import jakarta.ejb.EJBException;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import shop.emporium.domain.cart.CartFullException;
import shop.emporium.domain.cart.OutOfStockException;
import shop.emporium.ejb.cart.UnknownSkuException;
import shop.emporium.ejb.catalog.CatalogueFileException;

/**
 * Turns whatever goes wrong behind the REST interface into a problem that says what to do. Never a
 * stack trace.
 */
@Provider
public class ApiExceptionMapper implements ExceptionMapper<Exception> {

  private static final Logger LOG = System.getLogger(ApiExceptionMapper.class.getName());

  @Override
  public Response toResponse(Exception failure) {
    Exception cause = unwrap(failure);
    if (cause instanceof WebApplicationException refused) {
      return keepAllow(refused.getResponse());
    }
    if (cause instanceof ProblemException told) {
      return told.getProblem().toResponse();
    }
    if (cause instanceof ConstraintViolationException invalid) {
      return Problem.invalid(
              invalid.getConstraintViolations().stream()
                  .map(ApiExceptionMapper::violation)
                  .toList())
          .toResponse();
    }
    if (cause instanceof ProcessingException
        || cause instanceof JsonException
        || cause instanceof JsonbException) {
      return Problem.badRequest("The body is not the JSON that is expected here.").toResponse();
    }
    if (cause instanceof OutOfStockException soldOut) {
      return new Problem(
              409,
              "out-of-stock",
              "Sold out",
              "Nothing is left of " + soldOut.getSku() + ".",
              List.of(new Problem.Violation("sku", soldOut.getSku())))
          .toResponse();
    }
    if (cause instanceof CartFullException full) {
      return Problem.of(409, "cart-full", "The cart is full", full.getMessage() + ".").toResponse();
    }
    if (cause instanceof UnknownSkuException) {
      return Problem.notFound("No such article is sold here, or it is not in the cart.")
          .toResponse();
    }
    if (cause instanceof CatalogueFileException file) {
      return Problem.of(422, "bad-file", "The file cannot be used", file.getMessage()).toResponse();
    }
    if (DatabaseFailure.isBehind(cause)) {
      LOG.log(Level.WARNING, "The database is away: {0}", cause.getMessage());
      return Problem.ofStatus(503).toResponse();
    }
    LOG.log(Level.ERROR, "A request failed for a reason of ours", cause);
    return Problem.ofStatus(500).toResponse();
  }

  private static Exception unwrap(Exception failure) {
    Exception cause = failure;
    while (cause instanceof EJBException && cause.getCause() instanceof Exception inner) {
      cause = inner;
    }
    return cause;
  }

  private static Response keepAllow(Response refused) {
    Response problem = Problem.ofStatus(refused.getStatus()).toResponse();
    Object allow = refused.getHeaders().getFirst(HttpHeaders.ALLOW);
    return allow == null
        ? problem
        : Response.fromResponse(problem).header(HttpHeaders.ALLOW, allow).build();
  }

  private static Problem.Violation violation(ConstraintViolation<?> violation) {
    String field = "";
    for (Path.Node node : violation.getPropertyPath()) {
      field = node.getName() == null ? field : node.getName();
    }
    return new Problem.Violation(field, violation.getMessage());
  }
}
