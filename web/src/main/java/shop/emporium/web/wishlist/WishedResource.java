package shop.emporium.web.wishlist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import shop.emporium.ejb.wishlist.WishPlace;
import shop.emporium.ejb.wishlist.WishlistService;
import shop.emporium.web.customer.CurrentCustomer;
import shop.emporium.web.shared.PrivateAnswer;

/**
 * What hearts in pages show and do: over all lists, since a heart knows of none. Each answer says
 * what is to be marked now.
 */
@Path("/wished")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "wishlist")
public class WishedResource {

  @Inject private WishlistService wishlists;
  @Inject private CurrentCustomer current;

  @GET
  @Operation(
      summary = "What the customer wishes for, to mark it",
      description = "Over all lists, the newest 500.",
      operationId = "getWished")
  @APIResponse(
      responseCode = "200",
      description = "Article numbers, and slugs of their products",
      content = @Content(schema = @Schema(implementation = WishedJson.class)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  public Response show() {
    return answer(current.require().customer(), null);
  }

  @PUT
  @Path("skus/{sku}")
  @Operation(
      summary = "Wish for an article",
      description = "Into the default list.",
      operationId = "wishForSku")
  @APIResponse(
      responseCode = "200",
      description = "What to mark now",
      content = @Content(schema = @Schema(implementation = WishedJson.class)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "404", description = "No such article is sold here")
  @APIResponse(responseCode = "409", description = "The list is full")
  public Response add(@PathParam("sku") String sku) {
    long customer = current.require().customer();
    wishlists.add(customer, sku);
    return answer(customer, null);
  }

  @DELETE
  @Path("skus/{sku}")
  @Operation(summary = "Take an article out of every list", operationId = "unwishSku")
  @APIResponse(
      responseCode = "200",
      description = "What to mark now, and where it was",
      content = @Content(schema = @Schema(implementation = WishedJson.class)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  public Response remove(@PathParam("sku") String sku) {
    long customer = current.require().customer();
    return answer(customer, wishlists.remove(customer, sku));
  }

  @PUT
  @Path("products/{slug}")
  @Operation(
      summary = "Wish for a product",
      description =
          "Its first variant that can be bought, else its first, goes into the default list.",
      operationId = "wishForProduct")
  @APIResponse(
      responseCode = "200",
      description = "What to mark now",
      content = @Content(schema = @Schema(implementation = WishedJson.class)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "404", description = "No such product is sold here")
  @APIResponse(responseCode = "409", description = "The list is full")
  public Response addProduct(@PathParam("slug") String slug) {
    long customer = current.require().customer();
    wishlists.addProduct(customer, slug);
    return answer(customer, null);
  }

  @DELETE
  @Path("products/{slug}")
  @Operation(
      summary = "Take all variants of a product out of every list",
      operationId = "unwishProduct")
  @APIResponse(
      responseCode = "200",
      description = "What to mark now, and where they were",
      content = @Content(schema = @Schema(implementation = WishedJson.class)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  public Response removeProduct(@PathParam("slug") String slug) {
    long customer = current.require().customer();
    return answer(customer, wishlists.removeProduct(customer, slug));
  }

  private Response answer(long customer, List<WishPlace> removed) {
    return PrivateAnswer.of(
        WishedJson.of(wishlists.count(customer), wishlists.wished(customer), removed));
  }
}
