package shop.emporium.web.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import shop.emporium.ejb.review.ReviewService;
import shop.emporium.web.customer.CurrentCustomer;
import shop.emporium.web.shared.PrivateAnswer;

/** Whether a review helped a customer: one voice each, not for one's own. */
@Path("/reviews/{id}/helpful")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reviews")
public class HelpfulResource {

  @Inject private ReviewService reviews;
  @Inject private CurrentCustomer current;

  @PUT
  @Operation(summary = "Say that a review helped", operationId = "voteHelpful")
  @APIResponse(responseCode = "204", description = "It counts, once however often it is said")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "404", description = "No such review is shown, or it is one's own")
  public Response vote(@PathParam("id") long id) {
    reviews.vote(current.require().customer(), id, true);
    return PrivateAnswer.done();
  }

  @DELETE
  @Operation(summary = "Take that back", operationId = "takeBackHelpful")
  @APIResponse(responseCode = "204", description = "It counts no more")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "404", description = "No such review is shown, or it is one's own")
  public Response takeBack(@PathParam("id") long id) {
    reviews.vote(current.require().customer(), id, false);
    return PrivateAnswer.done();
  }
}
