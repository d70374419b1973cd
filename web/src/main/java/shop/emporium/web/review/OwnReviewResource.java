package shop.emporium.web.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import shop.emporium.ejb.review.ReviewAuthor;
import shop.emporium.ejb.review.ReviewService;
import shop.emporium.web.customer.CurrentCustomer;
import shop.emporium.web.shared.PrivateAnswer;

/** A customer's own reviews, whatever became of them. A review of somebody else is not there. */
@Path("/me/reviews")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "reviews")
public class OwnReviewResource {

  @Inject private ReviewService reviews;
  @Inject private CurrentCustomer current;

  @GET
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "The customer's reviews, the newest first", operationId = "listOwnReviews")
  @APIResponse(
      responseCode = "200",
      description = "The reviews, 200 at most",
      content =
          @Content(
              schema = @Schema(type = SchemaType.ARRAY, implementation = ReviewJson.Own.class)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  public Response list() {
    return PrivateAnswer.of(
        reviews.ofCustomer(current.require().customer()).stream().map(ReviewJson.Own::of).toList());
  }

  @GET
  @Path("{id}")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "One of the customer's reviews", operationId = "getOwnReview")
  @APIResponse(
      responseCode = "200",
      description = "The review",
      content = @Content(schema = @Schema(implementation = ReviewJson.Own.class)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "404", description = "The customer has no such review")
  public Response show(@PathParam("id") long id) {
    return PrivateAnswer.of(ReviewJson.Own.of(reviews.own(author(), id)));
  }

  @PUT
  @Path("{id}")
  @Operation(
      summary = "Change a review",
      description = "It is not shown until it has been read again.",
      operationId = "changeReview")
  @RequestBody(content = @Content(schema = @Schema(implementation = ReviewJson.Typed.class)))
  @APIResponse(
      responseCode = "200",
      description = "The review as it is now",
      content = @Content(schema = @Schema(implementation = ReviewJson.Own.class)))
  @APIResponse(responseCode = "400", description = "The violations say which field is wrong")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "404", description = "The customer has no such review")
  @APIResponse(responseCode = "429", description = "Too many of late; Retry-After says when")
  public Response change(@PathParam("id") long id, JsonValue body) {
    ReviewAuthor author = author();
    reviews.change(author, id, ReviewBody.of(body).review());
    return PrivateAnswer.of(ReviewJson.Own.of(reviews.own(author, id)));
  }

  @DELETE
  @Path("{id}")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Delete a review, and what it counted for", operationId = "deleteReview")
  @APIResponse(responseCode = "204", description = "It is gone")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "404", description = "The customer has no such review")
  public Response delete(@PathParam("id") long id) {
    reviews.delete(author(), id);
    return PrivateAnswer.done();
  }

  private ReviewAuthor author() {
    return ReviewAuthor.customer(current.require().customer());
  }
}
