package shop.emporium.web.wishlist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import shop.emporium.ejb.wishlist.MovedToCart;
import shop.emporium.ejb.wishlist.WishlistService;
import shop.emporium.ejb.wishlist.WishlistToCart;
import shop.emporium.web.customer.CurrentCustomer;
import shop.emporium.web.shared.PrivateAnswer;

/** The customer's default list, which is always there. */
@Path("/wishlist")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "wishlist")
public class WishlistResource {

  @Inject private WishlistService wishlists;
  @Inject private WishlistToCart toCart;
  @Inject private CurrentCustomer current;

  @GET
  @Operation(
      summary = "The default list, and which other lists there are",
      operationId = "getWishlist")
  @APIResponse(
      responseCode = "200",
      description = "The list",
      content = @Content(schema = @Schema(implementation = WishlistJson.class)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  public Response show() {
    long customer = current.require().customer();
    return PrivateAnswer.of(WishlistJson.of(wishlists.show(customer), wishlists.lists(customer)));
  }

  @PUT
  @Path("{sku}")
  @Operation(
      summary = "Wish for an article",
      description = "Into the default list. Twice is no fault.",
      operationId = "addWish")
  @APIResponse(responseCode = "204", description = "The list holds it")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "404", description = "No such article is sold here")
  @APIResponse(responseCode = "409", description = "The list is full")
  public Response add(@PathParam("sku") String sku) {
    wishlists.add(current.require().customer(), sku);
    return PrivateAnswer.done();
  }

  @DELETE
  @Path("{sku}")
  @Operation(
      summary = "Take a wish out of the default list",
      description = "One that is not there is no fault.",
      operationId = "removeWish")
  @APIResponse(responseCode = "204", description = "The list holds it no more")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  public Response remove(@PathParam("sku") String sku) {
    long customer = current.require().customer();
    wishlists.remove(customer, wishlists.show(customer).list().id(), sku);
    return PrivateAnswer.done();
  }

  @POST
  @Path("{sku}/move-to-cart")
  @Operation(
      summary = "Put a wish of the default list into the cart",
      description = "One piece. It is a wish no more then.",
      operationId = "moveWishToCart")
  @APIResponse(
      responseCode = "200",
      description = "It is in the cart",
      content = @Content(schema = @Schema(implementation = MovedJson.class)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "404", description = "The list holds no such wish")
  @APIResponse(responseCode = "409", description = "It is sold out, or the cart is full")
  public Response moveToCart(@PathParam("sku") String sku) {
    MovedToCart moved = toCart.move(current.require().customer(), Optional.empty(), sku);
    return PrivateAnswer.of(MovedJson.of(moved));
  }
}
