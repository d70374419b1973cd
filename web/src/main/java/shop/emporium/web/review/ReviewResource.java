package shop.emporium.web.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import shop.emporium.ejb.catalog.CatalogService;
import shop.emporium.ejb.review.ReviewAuthor;
import shop.emporium.ejb.review.ReviewFields;
import shop.emporium.ejb.review.ReviewOrder;
import shop.emporium.ejb.review.ReviewQuery;
import shop.emporium.ejb.review.ReviewService;
import shop.emporium.web.customer.CurrentCustomer;
import shop.emporium.web.shared.PrivateAnswer;
import shop.emporium.web.shared.Problem;
import shop.emporium.web.shared.PublicAnswer;

/** The reviews of a product: public to read, for its buyers to write. */
@Path("/products/{slug}/reviews")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "reviews")
public class ReviewResource {

  @Inject private ReviewService reviews;
  @Inject private CatalogService catalog;
  @Inject private CurrentCustomer current;

  @GET
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "What buyers say of a product",
      description = "Ten a page. A page past the last one is the last one.",
      operationId = "listReviews")
  @Parameter(
      name = "page",
      description = "From 1",
      schema = @Schema(type = SchemaType.INTEGER, defaultValue = "1"))
  @Parameter(
      name = "stars",
      description = "Only those with so many, 1 to 5",
      schema = @Schema(type = SchemaType.INTEGER))
  @Parameter(
      name = "sort",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"newest", "helpful", "best", "worst"},
              defaultValue = "newest"))
  @APIResponse(
      responseCode = "200",
      description = "The reviews, and what they make of the product's rating",
      content = @Content(schema = @Schema(implementation = ReviewJson.Page.class)))
  @APIResponse(
      responseCode = "400",
      description = "A parameter is wrong; the violations say which and why")
  @APIResponse(responseCode = "404", description = "No product on sale has this slug")
  public Response list(
      @PathParam("slug") String slug,
      @QueryParam("page") String page,
      @QueryParam("stars") String stars,
      @QueryParam("sort") String sort) {
    List<Problem.Violation> wrong = new ArrayList<>();
    int wantedPage = number(page, "page", ReviewQuery.MAX_PAGE, 1, wrong);
    int wantedStars = number(stars, "stars", 5, 0, wrong);
    Optional<ReviewOrder> order =
        sort == null ? Optional.of(ReviewOrder.NEWEST) : ReviewOrder.of(sort);
    if (order.isEmpty()) {
      wrong.add(new Problem.Violation("sort", "must be one of newest, helpful, best, worst"));
    }
    if (!wrong.isEmpty()) {
      return Problem.invalid(wrong).toResponse();
    }
    ReviewQuery query = new ReviewQuery(wantedPage, wantedStars, order.get());
    return catalog
        .product(slug)
        .map(
            product ->
                PublicAnswer.of(ReviewJson.Page.of(product, reviews.published(product, query))))
        .orElseGet(() -> Problem.notFound("No product on sale has this slug.").toResponse());
  }

  private static int number(
      String typed, String field, int most, int usual, List<Problem.Violation> wrong) {
    Optional<Integer> number = ReviewParameters.number(typed, most);
    if (typed != null && number.isEmpty()) {
      wrong.add(new Problem.Violation(field, "must be a whole number, 1 to " + most));
    }
    return number.orElse(usual);
  }

  @POST
  @Operation(
      summary = "Write a review",
      description =
          "For those who bought the product here and were sent it, once each; guests send the number of their order and the key"
              + " of its link. It is shown after somebody who works here has read it.",
      operationId = "writeReview")
  @RequestBody(content = @Content(schema = @Schema(implementation = ReviewJson.Typed.class)))
  @APIResponse(
      responseCode = "201",
      description = "The review, which waits to be read",
      content = @Content(schema = @Schema(implementation = ReviewJson.Own.class)))
  @APIResponse(responseCode = "400", description = "The violations say which field is wrong")
  @APIResponse(
      responseCode = "401",
      description = "Nobody is signed in, and no order of a guest is named")
  @APIResponse(responseCode = "403", description = "Not bought here, or not sent yet: not-bought")
  @APIResponse(responseCode = "404", description = "No product on sale has this slug")
  @APIResponse(responseCode = "409", description = "There is one of this buyer: already")
  @APIResponse(responseCode = "429", description = "Too many of late; Retry-After says when")
  public Response write(@PathParam("slug") String slug, JsonValue body) {
    ReviewBody sent = ReviewBody.of(body);
    ReviewAuthor author =
        sent.guest()
            .filter(guest -> !reviews.isOfAccount(guest))
            .orElseGet(() -> ReviewAuthor.customer(current.require().customer()));
    ReviewFields typed = sent.review();
    long id = reviews.write(author, slug, typed);
    return PrivateAnswer.of(Response.Status.CREATED, ReviewJson.Own.of(reviews.own(author, id)));
  }
}
