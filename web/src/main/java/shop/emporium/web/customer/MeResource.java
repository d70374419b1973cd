package shop.emporium.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import shop.emporium.ejb.cart.CartService;
import shop.emporium.web.cart.CartCookie;

/**
 * What is personal about a page. Pages are the same for everybody and cached; a script asks here
 * afterwards and fills in the rest.
 */
@Path("/me")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "visitor")
public class MeResource {

  @Inject private CartService carts;
  @Context private HttpServletRequest request;

  /**
   * The visitor.
   *
   * @param cartCount pieces in the cart
   */
  public record Visitor(boolean signedIn, int cartCount) {}

  @GET
  @Operation(summary = "Who is asking", operationId = "getMe")
  @APIResponse(
      responseCode = "200",
      description = "The visitor; a guest is signed in nowhere",
      content = @Content(schema = @Schema(implementation = Visitor.class)))
  public Response me() {
    return Response.ok(new Visitor(false, carts.count(CartCookie.read(request))))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }
}
