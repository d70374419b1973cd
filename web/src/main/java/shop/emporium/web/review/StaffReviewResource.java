package shop.emporium.web.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponses;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import shop.emporium.domain.review.ReviewStatus;
import shop.emporium.domain.shared.Actor;
import shop.emporium.ejb.review.ReviewModeration;
import shop.emporium.ejb.review.ReviewQuery;
import shop.emporium.web.customer.StaffGuard;
import shop.emporium.web.shared.PrivateAnswer;
import shop.emporium.web.shared.Problem;

/** What people who work here do with reviews: agents and administrators. */
@Path("/admin/reviews")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "reviews")
@APIResponses({
  @APIResponse(responseCode = "401", description = "Nobody is signed in"),
  @APIResponse(responseCode = "403", description = "For agents and administrators only")
})
public class StaffReviewResource {

  @Inject private ReviewModeration moderation;
  @Inject private StaffGuard staff;

  @GET
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Reviews with a status",
      description = "What waits comes with the oldest first, what was decided with the newest.",
      operationId = "staffListReviews")
  @Parameter(
      name = "status",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"pending", "published", "rejected"},
              defaultValue = "pending"))
  @Parameter(
      name = "page",
      description = "From 1; 20 a page",
      schema = @Schema(type = SchemaType.INTEGER, defaultValue = "1"))
  @APIResponse(
      responseCode = "200",
      description = "The reviews; none past the last page",
      content = @Content(schema = @Schema(implementation = ReviewJson.WaitingPage.class)))
  @APIResponse(
      responseCode = "400",
      description = "A parameter is wrong; the violations say which and why")
  public Response list(
      @QueryParam("status") @DefaultValue("pending") String status,
      @QueryParam("page") @DefaultValue("1") String page) {
    staff.require();
    List<Problem.Violation> wrong = new ArrayList<>();
    Optional<ReviewStatus> wanted = StatusTab.status(status);
    if (wanted.isEmpty()) {
      wrong.add(new Problem.Violation("status", "must be one of pending, published, rejected"));
    }
    Optional<Integer> number = ReviewParameters.number(page, ReviewQuery.MAX_PAGE);
    if (number.isEmpty()) {
      wrong.add(
          new Problem.Violation("page", "must be a whole number, 1 to " + ReviewQuery.MAX_PAGE));
    }
    return wrong.isEmpty()
        ? PrivateAnswer.of(ReviewJson.WaitingPage.of(moderation.list(wanted.get(), number.get())))
        : Problem.invalid(wrong).toResponse();
  }

  @POST
  @Path("{id}/publish")
  @Operation(summary = "Show a review to everybody", operationId = "publishReview")
  @RequestBody(content = @Content(schema = @Schema(implementation = ReviewJson.Decision.class)))
  @APIResponse(responseCode = "204", description = "Everybody sees it within two seconds")
  @APIResponse(responseCode = "404", description = "There is no such review")
  @APIResponse(responseCode = "409", description = "It was changed since, or is shown already")
  public Response publish(@PathParam("id") long id, JsonValue body) {
    Actor by = staff.require();
    moderation.publish(id, ReviewBody.of(body).revision(), by);
    return PrivateAnswer.done();
  }

  @POST
  @Path("{id}/reject")
  @Operation(
      summary = "Show a review to nobody but its buyer",
      description = "The buyer reads why.",
      operationId = "rejectReview")
  @RequestBody(content = @Content(schema = @Schema(implementation = ReviewJson.Decision.class)))
  @APIResponse(responseCode = "204", description = "Nobody else sees it any more")
  @APIResponse(responseCode = "400", description = "It has to be said why")
  @APIResponse(responseCode = "404", description = "There is no such review")
  @APIResponse(responseCode = "409", description = "It was changed since, or is rejected already")
  public Response reject(@PathParam("id") long id, JsonValue body) {
    Actor by = staff.require();
    ReviewBody sent = ReviewBody.of(body);
    moderation.reject(id, sent.revision(), by, sent.why());
    return PrivateAnswer.done();
  }
}
