package shop.emporium.web.cart;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import shop.emporium.domain.cart.QuantityChange;
import shop.emporium.ejb.cart.CartService;
import shop.emporium.ejb.cart.SavedForLater;
import shop.emporium.web.shared.PrivateAnswer;

/** What is saved for later. Every answer shows the whole cart. */
@Path("/cart")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cart")
public class SavedResource {

  @Inject private CartService carts;
  @Inject private SavedForLater later;
  @Inject private CurrentCart cart;

  @POST
  @Path("lines/{sku}/save")
  @Operation(
      summary = "Save a line for later",
      description = "On top of what is saved of the same variant.",
      operationId = "saveCartLine")
  @APIResponse(
      responseCode = "200",
      description = "The cart as it is now, also when it held no such line",
      content = @Content(schema = @Schema(implementation = CartJson.class)))
  @APIResponse(responseCode = "409", description = "As much is saved as may be")
  public Response save(@PathParam("sku") String sku) {
    later.save(cart.owner(), sku);
    return PrivateAnswer.of(CartJson.of(carts.show(cart.owner())));
  }

  @POST
  @Path("saved/{sku}/move-to-cart")
  @Operation(
      summary = "Move what is saved back into the cart",
      description =
          "On top of what it holds. Where fewer can be had, those go in and a notice says so.",
      operationId = "moveSavedToCart")
  @APIResponse(
      responseCode = "200",
      description = "The cart as it is now",
      content = @Content(schema = @Schema(implementation = CartJson.class)))
  @APIResponse(responseCode = "404", description = "Nothing of it is saved")
  @APIResponse(responseCode = "409", description = "It is sold out, or the cart is full")
  public Response moveToCart(@PathParam("sku") String sku) {
    QuantityChange change = later.moveToCart(cart.owner(), sku);
    return PrivateAnswer.of(CartJson.of(carts.show(cart.owner()), sku, change));
  }

  @DELETE
  @Path("saved/{sku}")
  @Operation(summary = "Forget what is saved", operationId = "discardSaved")
  @APIResponse(
      responseCode = "200",
      description = "The cart as it is now, also when nothing of it was saved",
      content = @Content(schema = @Schema(implementation = CartJson.class)))
  public Response discard(@PathParam("sku") String sku) {
    later.discard(cart.owner(), sku);
    return PrivateAnswer.of(CartJson.of(carts.show(cart.owner())));
  }
}
