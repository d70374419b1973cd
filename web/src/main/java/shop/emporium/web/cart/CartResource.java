package shop.emporium.web.cart;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import shop.emporium.domain.cart.Cart;
import shop.emporium.domain.cart.QuantityChange;
import shop.emporium.ejb.cart.CartChange;
import shop.emporium.ejb.cart.CartOwner;
import shop.emporium.ejb.cart.CartService;
import shop.emporium.web.shared.PrivateAnswer;
import shop.emporium.web.shared.Problem;

/**
 * The cart of a guest or of a customer. Every answer that changes it shows all of it, so that
 * nobody has to ask again.
 */
@Path("/cart")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "cart")
public class CartResource {

  @Inject private CartService carts;
  @Inject private CurrentCart cart;
  @Context private HttpServletResponse response;

  /** What to put into the cart: up to 99 pieces of one variant. */
  public record NewLine(String sku, int quantity) {}

  /** How many pieces a line shall hold. */
  public record NewQuantity(int quantity) {}

  @GET
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "What is in the cart", operationId = "getCart")
  @APIResponse(
      responseCode = "200",
      description = "The cart; empty for who has none",
      content = @Content(schema = @Schema(implementation = CartJson.class)))
  public Response show() {
    return PrivateAnswer.of(CartJson.of(carts.show(cart.owner())));
  }

  @DELETE
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Empty the cart",
      description = "What is saved for later stays.",
      operationId = "clearCart")
  @APIResponse(responseCode = "204", description = "The cart is empty")
  public Response clear() {
    carts.clear(cart.owner());
    return PrivateAnswer.done();
  }

  @DELETE
  @Path("notices")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Say that the notices were read",
      description =
          "What changed by itself is told no more, and a line of which fewer are left holds those.",
      operationId = "readCartNotices")
  @APIResponse(
      responseCode = "200",
      description = "The cart as it is now",
      content = @Content(schema = @Schema(implementation = CartJson.class)))
  public Response acknowledge() {
    carts.acknowledge(cart.owner());
    return PrivateAnswer.of(CartJson.of(carts.show(cart.owner())));
  }

  @POST
  @Path("lines")
  @Operation(
      summary = "Put pieces of a variant into the cart",
      description =
          "On top of those that it holds. Where fewer can be had, those go in and a notice says so.",
      operationId = "addCartLine")
  @RequestBody(content = @Content(schema = @Schema(implementation = NewLine.class)))
  @APIResponse(
      responseCode = "201",
      description = "The cart as it is now; the cookie opens it",
      content = @Content(schema = @Schema(implementation = CartJson.class)))
  @APIResponse(
      responseCode = "400",
      description = "The body is no JSON, or sku or quantity is wrong")
  @APIResponse(responseCode = "404", description = "No such article is sold here")
  @APIResponse(responseCode = "409", description = "It is sold out, or the cart is full")
  public Response add(JsonValue body) {
    List<Problem.Violation> violations = new ArrayList<>();
    Optional<String> sku = sku(body, violations);
    Optional<Integer> quantity = quantity(body, violations);
    if (!violations.isEmpty()) {
      return Problem.invalid(violations).toResponse();
    }
    CartOwner owner = cart.owner();
    CartChange change = carts.add(owner, sku.orElseThrow(), quantity.orElse(1));
    cart.keep(change, response);
    return PrivateAnswer.of(
        Response.Status.CREATED,
        CartJson.of(carts.show(change.ownerAfter(owner)), sku.orElseThrow(), change.quantity()));
  }

  @PATCH
  @Path("lines/{sku}")
  @Operation(summary = "Set how many pieces a line holds", operationId = "changeCartLine")
  @RequestBody(content = @Content(schema = @Schema(implementation = NewQuantity.class)))
  @APIResponse(
      responseCode = "200",
      description = "The cart as it is now",
      content = @Content(schema = @Schema(implementation = CartJson.class)))
  @APIResponse(responseCode = "400", description = "The quantity is not from 1 to 99")
  @APIResponse(responseCode = "404", description = "The cart holds no such line")
  @APIResponse(responseCode = "409", description = "It is sold out by now")
  public Response change(@PathParam("sku") String sku, JsonValue body) {
    List<Problem.Violation> violations = new ArrayList<>();
    Optional<Integer> quantity = quantity(body, violations);
    if (quantity.isEmpty() && violations.isEmpty()) {
      violations.add(new Problem.Violation("quantity", "is missing"));
    }
    if (!violations.isEmpty()) {
      return Problem.invalid(violations).toResponse();
    }
    QuantityChange change = carts.change(cart.owner(), sku, quantity.orElseThrow());
    return PrivateAnswer.of(CartJson.of(carts.show(cart.owner()), sku, change));
  }

  @DELETE
  @Path("lines/{sku}")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Take a line out of the cart", operationId = "removeCartLine")
  @APIResponse(
      responseCode = "200",
      description = "The cart as it is now, also when it held no such line",
      content = @Content(schema = @Schema(implementation = CartJson.class)))
  public Response remove(@PathParam("sku") String sku) {
    carts.remove(cart.owner(), sku);
    return PrivateAnswer.of(CartJson.of(carts.show(cart.owner())));
  }

  private static Optional<String> sku(JsonValue body, List<Problem.Violation> violations) {
    if (body instanceof JsonObject object
        && object.get("sku") instanceof JsonString sku
        && !sku.getString().isBlank()
        && sku.getString().length() <= 100) {
      return Optional.of(sku.getString());
    }
    violations.add(
        new Problem.Violation(
            "sku", "must be the SKU of a variant, a text of 1 to 100 characters"));
    return Optional.empty();
  }

  private static Optional<Integer> quantity(JsonValue body, List<Problem.Violation> violations) {
    JsonValue quantity = body instanceof JsonObject object ? object.get("quantity") : null;
    if (body instanceof JsonObject && quantity == null) {
      return Optional.empty();
    }
    if (quantity instanceof JsonNumber number && number.isIntegral() && isAllowed(number)) {
      return Optional.of(number.intValue());
    }
    violations.add(
        new Problem.Violation("quantity", "must be a whole number from 1 to " + Cart.MAX_QUANTITY));
    return Optional.empty();
  }

  private static boolean isAllowed(JsonNumber number) {
    return number.bigDecimalValue().compareTo(BigDecimal.ONE) >= 0
        && number.bigDecimalValue().compareTo(BigDecimal.valueOf(Cart.MAX_QUANTITY)) <= 0;
  }
}
