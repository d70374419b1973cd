package shop.emporium.web.wishlist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
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
import shop.emporium.ejb.wishlist.WishlistService;
import shop.emporium.web.shared.PrivateAnswer;
import shop.emporium.web.shared.Problem;

/** Lists that their owners share by a link; to look at, for whoever has it. */
@Path("/shared-wishlists/{token}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "wishlist")
public class SharedWishlistResource {

  @Inject private WishlistService wishlists;

  @GET
  @Operation(summary = "A list that somebody shares", operationId = "getSharedWishlist")
  @APIResponse(
      responseCode = "200",
      description = "The list",
      content = @Content(schema = @Schema(implementation = SharedWishlistJson.class)))
  @APIResponse(responseCode = "404", description = "The link opens no list, or none any more")
  public Response show(@PathParam("token") String token) {
    return wishlists
        .shared(token)
        .map(list -> PrivateAnswer.of(SharedWishlistJson.of(list)))
        .orElseGet(
            () -> Problem.notFound("The link opens no list, or none any more.").toResponse());
  }
}
