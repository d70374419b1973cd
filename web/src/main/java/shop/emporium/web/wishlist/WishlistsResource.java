package shop.emporium.web.wishlist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import shop.emporium.ejb.wishlist.MovedToCart;
import shop.emporium.ejb.wishlist.WishlistService;
import shop.emporium.ejb.wishlist.WishlistToCart;
import shop.emporium.web.customer.CurrentCustomer;
import shop.emporium.web.shared.JsonFields;
import shop.emporium.web.shared.PrivateAnswer;

/** All lists of a customer. A list of somebody else is not there. */
@Path("/wishlists")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "wishlist")
public class WishlistsResource {

  @Inject private WishlistService wishlists;
  @Inject private WishlistToCart toCart;
  @Inject private CurrentCustomer current;

  /** What a list is to be called: one line of 1 to 60 characters, unlike the customer's others. */
  public record Name(String name) {}

  /** The path of the page that shows a list to whoever has the link. */
  public record Share(String share) {}

  @GET
  @Operation(
      summary = "The customer's lists, the default first",
      description = "Without what is in them.",
      operationId = "listWishlists")
  @APIResponse(
      responseCode = "200",
      description = "The lists",
      content =
          @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = WishlistJson.class)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  public Response list() {
    return PrivateAnswer.of(
        wishlists.lists(current.require().customer()).stream().map(WishlistJson::of).toList());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Make a list", operationId = "createWishlist")
  @RequestBody(content = @Content(schema = @Schema(implementation = Name.class)))
  @APIResponse(
      responseCode = "201",
      description = "The list, empty",
      content = @Content(schema = @Schema(implementation = WishlistJson.class)))
  @APIResponse(responseCode = "400", description = "The name cannot be taken")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(
      responseCode = "409",
      description = "Another list has this name, or there are as many as there may be")
  public Response create(JsonValue body) {
    long customer = current.require().customer();
    return PrivateAnswer.of(
        Response.Status.CREATED, WishlistJson.of(wishlists.create(customer, name(body))));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "A list with what is in it", operationId = "getWishlistById")
  @APIResponse(
      responseCode = "200",
      description = "The list",
      content = @Content(schema = @Schema(implementation = WishlistJson.class)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "404", description = "The customer has no such list")
  public Response show(@PathParam("id") long id) {
    return PrivateAnswer.of(WishlistJson.of(wishlists.show(current.require().customer(), id)));
  }

  @PATCH
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Give a list another name", operationId = "renameWishlist")
  @RequestBody(content = @Content(schema = @Schema(implementation = Name.class)))
  @APIResponse(
      responseCode = "200",
      description = "The list as it is now",
      content = @Content(schema = @Schema(implementation = WishlistJson.class)))
  @APIResponse(responseCode = "400", description = "The name cannot be taken")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "404", description = "The customer has no such list")
  @APIResponse(responseCode = "409", description = "Another list has this name")
  public Response rename(@PathParam("id") long id, JsonValue body) {
    long customer = current.require().customer();
    wishlists.rename(customer, id, name(body));
    return show(id);
  }

  @DELETE
  @Path("{id}")
  @Operation(
      summary = "Delete a list with its wishes",
      description = "Not the default one.",
      operationId = "deleteWishlist")
  @APIResponse(responseCode = "204", description = "It is gone")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "404", description = "The customer has no such list")
  @APIResponse(responseCode = "409", description = "It is the default list")
  public Response delete(@PathParam("id") long id) {
    wishlists.delete(current.require().customer(), id);
    return PrivateAnswer.done();
  }

  @PUT
  @Path("{id}/items/{sku}")
  @Operation(
      summary = "Put a wish into a list",
      description =
          "With from, the id of another list, the wish is moved from there and stays as old as it is."
              + " Twice is no fault.",
      operationId = "putWish")
  @APIResponse(responseCode = "204", description = "The list holds it")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(
      responseCode = "404",
      description = "No such list is the customer's, or no such article is there")
  @APIResponse(responseCode = "409", description = "The list is full")
  public Response put(
      @PathParam("id") long id, @PathParam("sku") String sku, @QueryParam("from") Long from) {
    long customer = current.require().customer();
    if (from == null) {
      wishlists.add(customer, id, sku);
    } else {
      wishlists.move(customer, from, sku, id);
    }
    return PrivateAnswer.done();
  }

  @DELETE
  @Path("{id}/items/{sku}")
  @Operation(
      summary = "Take a wish out of a list",
      description = "One that is not there is no fault.",
      operationId = "takeWish")
  @APIResponse(responseCode = "204", description = "The list holds it no more")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "404", description = "The customer has no such list")
  public Response take(@PathParam("id") long id, @PathParam("sku") String sku) {
    wishlists.remove(current.require().customer(), id, sku);
    return PrivateAnswer.done();
  }

  @POST
  @Path("{id}/move-to-cart")
  @Operation(
      summary = "Put all wishes of a list into the cart",
      description =
          "One piece each, as far as they can be bought and fit in; the others stay, with the reason.",
      operationId = "moveWishlistToCart")
  @APIResponse(
      responseCode = "200",
      description = "What was moved and what stays",
      content = @Content(schema = @Schema(implementation = MovedJson.class)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "404", description = "The customer has no such list")
  public Response moveToCart(@PathParam("id") long id) {
    MovedToCart moved = toCart.moveAll(current.require().customer(), Optional.of(id));
    return PrivateAnswer.of(MovedJson.of(moved));
  }

  @POST
  @Path("{id}/share")
  @Operation(
      summary = "Make a link by which others see a list",
      description = "A link from before is good no more.",
      operationId = "shareWishlist")
  @APIResponse(
      responseCode = "201",
      description = "The link",
      content = @Content(schema = @Schema(implementation = Share.class)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "404", description = "The customer has no such list")
  public Response share(@PathParam("id") long id) {
    String token = wishlists.share(current.require().customer(), id);
    return PrivateAnswer.of(Response.Status.CREATED, new Share(WishlistJson.path(token)));
  }

  @DELETE
  @Path("{id}/share")
  @Operation(summary = "Make a list private again", operationId = "unshareWishlist")
  @APIResponse(responseCode = "204", description = "No link opens it")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "404", description = "The customer has no such list")
  public Response unshare(@PathParam("id") long id) {
    wishlists.unshare(current.require().customer(), id);
    return PrivateAnswer.done();
  }

  private static String name(JsonValue body) {
    JsonFields fields = JsonFields.of(body);
    String name = fields.text("name");
    fields.check();
    return name;
  }
}
