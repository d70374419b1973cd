package shop.emporium.web.catalog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import shop.emporium.domain.shared.Slug;
import shop.emporium.ejb.catalog.CatalogService;
import shop.emporium.ejb.catalog.ProductPage;
import shop.emporium.ejb.catalog.Suggestions;
import shop.emporium.ejb.shared.StoreSettings;
import shop.emporium.web.shared.Problem;
import shop.emporium.web.shared.PublicAnswer;

/** Reads the catalogue: public, the same for everybody, and so cached for a second. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "catalogue")
public class CatalogResource {

  private static final int DEFAULT_SIZE = 24;
  private static final int LONGEST_TYPED = 100;

  @Inject private CatalogService catalog;
  @Inject private StoreSettings settings;

  @GET
  @Path("products")
  @Operation(summary = "Search and list products", operationId = "listProducts")
  @Parameter(
      name = "q",
      description = "Words to search for",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "category",
      description = "Slug of a category",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "brand",
      description = "Slug of a brand; may be repeated",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "minPrice",
      description = "Lowest price, such as 10.00",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "maxPrice",
      description = "Highest price",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "inStock",
      description = "true leaves out what is sold out",
      schema = @Schema(type = SchemaType.BOOLEAN))
  @Parameter(
      name = "sale",
      description = "true lists reduced products only",
      schema = @Schema(type = SchemaType.BOOLEAN))
  @Parameter(
      name = "rating",
      description = "At least so many stars, 1 to 5",
      schema = @Schema(type = SchemaType.INTEGER))
  @Parameter(
      name = "option.{name}",
      description =
          "Slug of an option's value, such as option.colour=lilac; may be repeated and combined")
  @Parameter(
      name = "sort",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"relevance", "price", "-price", "newest", "rating"}))
  @Parameter(
      name = "page",
      description = "From 1",
      schema = @Schema(type = SchemaType.INTEGER, defaultValue = "1"))
  @Parameter(
      name = "size",
      description = "1 to 100",
      schema = @Schema(type = SchemaType.INTEGER, defaultValue = "24"))
  @APIResponse(
      responseCode = "200",
      description = "A page of products; empty past the last one",
      content = @Content(schema = @Schema(implementation = ProductJson.Page.class)))
  @APIResponse(
      responseCode = "400",
      description = "A parameter is wrong; the violations say which and why")
  public Response list(@Context UriInfo uri) {
    MultivaluedMap<String, String> query = uri.getQueryParameters();
    Map<String, String[]> parameters = new HashMap<>();
    query.forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
    String category = query.getFirst("category");
    if (category != null && !Slug.isValid(category)) {
      return Problem.invalid(
              List.of(new Problem.Violation("category", "is the slug of no category")))
          .toResponse();
    }
    ListingParameters parsed =
        ListingParameters.parse(parameters, category, settings.currency(), DEFAULT_SIZE);
    if (!parsed.isValid()) {
      return Problem.invalid(
              parsed.violations().stream()
                  .map(violation -> new Problem.Violation(violation.field(), violation.message()))
                  .toList())
          .toResponse();
    }
    ProductPage page = catalog.list(parsed.query());
    return PublicAnswer.of(ProductJson.Page.of(page));
  }

  @GET
  @Path("products/{slug}")
  @Operation(summary = "One product with its variants", operationId = "getProduct")
  @APIResponse(
      responseCode = "200",
      description = "The product",
      content = @Content(schema = @Schema(implementation = ProductJson.Details.class)))
  @APIResponse(responseCode = "404", description = "No product on sale has this slug")
  public Response product(@PathParam("slug") String slug) {
    return catalog
        .product(slug)
        .map(product -> PublicAnswer.of(ProductJson.Details.of(product)))
        .orElseGet(() -> Problem.notFound("No product on sale has this slug.").toResponse());
  }

  @GET
  @Path("categories")
  @Operation(summary = "The tree of categories", operationId = "listCategories")
  @APIResponse(
      responseCode = "200",
      description = "The categories at the top, each with those below it",
      content =
          @Content(
              schema =
                  @Schema(type = SchemaType.ARRAY, implementation = ProductJson.Category.class)))
  public Response categories() {
    return PublicAnswer.of(
        catalog.categories(Locale.ENGLISH).stream().map(ProductJson.Category::of).toList());
  }

  @GET
  @Path("suggest")
  @Operation(
      summary = "Up to eight products and categories for what has been typed so far",
      operationId = "suggest")
  @APIResponse(
      responseCode = "200",
      description = "Categories, then products whose words begin with what was typed",
      content =
          @Content(
              schema =
                  @Schema(type = SchemaType.ARRAY, implementation = ProductJson.Suggestion.class)))
  public Response suggest(
      @QueryParam("q") @DefaultValue("") String typed, @QueryParam("lang") String language) {
    String start = typed.length() > LONGEST_TYPED ? typed.substring(0, LONGEST_TYPED) : typed;
    Suggestions found =
        catalog.suggest(start, "de".equals(language) ? Locale.GERMAN : Locale.ENGLISH);
    return PublicAnswer.of(
        Stream.concat(
                found.categories().stream().map(ProductJson.Suggestion::of),
                found.products().stream().map(ProductJson.Suggestion::of))
            .toList());
  }
}
