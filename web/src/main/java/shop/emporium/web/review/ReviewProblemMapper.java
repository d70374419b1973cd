package shop.emporium.web.review;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import shop.emporium.ejb.review.ReviewException;
import shop.emporium.web.shared.Problem;

/** Tells by a problem why something about reviews cannot be done. */
@Provider
public class ReviewProblemMapper implements ExceptionMapper<ReviewException> {

  @Override
  public Response toResponse(ReviewException refused) {
    return problem(refused).toResponse();
  }

  private static Problem problem(ReviewException refused) {
    String title = refused.getMessage();
    return switch (refused.getFault()) {
      case UNKNOWN -> Problem.notFound("There is no such review, or it is not yours.");
      case UNKNOWN_PRODUCT -> Problem.notFound("No product on sale has this slug.");
      case NOT_BOUGHT ->
          Problem.of(
              403, "not-bought", title, "It can be written once the parcel was handed over.");
      case ALREADY ->
          Problem.of(409, "already", title, "Change that one: see the list at /me/reviews.");
      case CHANGED -> Problem.of(409, "changed", title, "Read it again, then decide.");
      case DECIDED -> Problem.of(409, "decided", title, "Nothing has to be done.");
    };
  }
}
