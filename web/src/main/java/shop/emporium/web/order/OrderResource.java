package shop.emporium.web.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.order.OrderStatus;
import shop.emporium.domain.order.ReturnReason;
import shop.emporium.ejb.order.OrderFilter;
import shop.emporium.ejb.order.OrderHistory;
import shop.emporium.ejb.order.OrderLookup;
import shop.emporium.ejb.order.OrderService;
import shop.emporium.ejb.order.OrderedPieces;
import shop.emporium.ejb.order.ReorderService;
import shop.emporium.ejb.order.Reordered;
import shop.emporium.ejb.order.ReturnService;
import shop.emporium.ejb.shared.Retries;
import shop.emporium.web.cart.CartCookie;
import shop.emporium.web.cart.CurrentCart;
import shop.emporium.web.customer.CurrentCustomer;
import shop.emporium.web.shared.PrivateAnswer;
import shop.emporium.web.shared.Problem;
import shop.emporium.web.shared.ProblemException;

/**
 * Orders of the customer, or the one that a link opens ({@code ?key=…}). An order of somebody else
 * is not there.
 */
@Path("/orders")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "orders")
public class OrderResource {

  private static final String KEY = "From a link out of a mail, for guests; customers need none";

  @Inject private OrderHistory history;
  @Inject private OrderLookup lookup;
  @Inject private OrderService orders;
  @Inject private ReturnService returns;
  @Inject private ReorderService reorders;
  @Inject private OrderAccess access;
  @Inject private CurrentCustomer current;
  @Inject private CurrentCart cart;
  @Inject private Retries retries;
  @Context private HttpServletRequest request;
  @Context private HttpServletResponse response;

  /** Why an order is cancelled; may be left out. */
  public record Cancellation(String why) {}

  /** Pieces of a line. */
  public record Line(String sku, int quantity) {}

  /**
   * What is to be sent back.
   *
   * @param reason changed-mind, damaged, wrong-item, not-as-described or other
   */
  public record WantedReturn(List<Line> lines, String reason, String note) {}

  @GET
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "The customer's orders, the newest first",
      description = "Attempts that were declined are left out.",
      operationId = "listOrders")
  @APIResponse(
      responseCode = "200",
      description = "A page of them",
      content = @Content(schema = @Schema(implementation = OrderListJson.class)))
  @APIResponse(responseCode = "400", description = "The violations say which parameter is wrong")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  public Response list(
      @Parameter(description = "placed, paid, packed, …; several with commas")
          @QueryParam("status")
          @DefaultValue("")
          String status,
      @Parameter(description = "In which they were placed") @QueryParam("year") String year,
      @Parameter(description = "A number, or a part of the name or SKU of something in it")
          @QueryParam("q")
          @DefaultValue("")
          String text,
      @QueryParam("page") @DefaultValue("1") String page,
      @Parameter(description = "Up to 100") @QueryParam("size") @DefaultValue("20") String size) {
    long customer = current.require().customer();
    OrderFilter filter =
        new OrderFilter(
            statuses(status),
            Optional.ofNullable(year).map(typed -> number("year", typed)),
            text,
            number("page", page),
            number("size", size));
    return PrivateAnswer.of(OrderListJson.of(history.list(customer, filter)));
  }

  /** A number that is none would be answered 404, as if there were no such list. */
  private static int number(String field, String typed) {
    if (!typed.matches("[0-9]{1,9}")) {
      throw new ProblemException(
          Problem.invalid(List.of(new Problem.Violation(field, "must be a whole number"))));
    }
    return Integer.parseInt(typed);
  }

  private static Set<OrderStatus> statuses(String typed) {
    return Arrays.stream(typed.split(",", 20))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .map(OrderResource::status)
        .collect(Collectors.toSet());
  }

  private static OrderStatus status(String name) {
    return Arrays.stream(OrderStatus.values())
        .filter(status -> OrderJson.lower(status).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.invalid(
                        List.of(new Problem.Violation("status", "is none that an order has")))));
  }

  @GET
  @Path("{number}")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "An order", operationId = "getOrder")
  @Parameter(name = "key", description = KEY)
  @APIResponse(
      responseCode = "200",
      description = "The order",
      content = @Content(schema = @Schema(implementation = OrderJson.class)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in, and there is no key")
  @APIResponse(responseCode = "404", description = "The customer has no such order")
  public Response show(@PathParam("number") String number, @QueryParam("key") String key) {
    return PrivateAnswer.of(OrderJson.of(access.require(number).order()));
  }

  @GET
  @Path("{number}/tracking")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Where an order is", operationId = "trackOrder")
  @Parameter(name = "key", description = KEY)
  @APIResponse(
      responseCode = "200",
      description = "Its parcels and its history",
      content = @Content(schema = @Schema(implementation = TrackingJson.class)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in, and there is no key")
  @APIResponse(responseCode = "404", description = "The customer has no such order")
  public Response track(@PathParam("number") String number, @QueryParam("key") String key) {
    return PrivateAnswer.of(TrackingJson.of(access.require(number).order()));
  }

  @POST
  @Path("{number}/cancel")
  @Operation(
      summary = "Cancel an order",
      description = "Until it is packed. Money, coupons and gift cards go back.",
      operationId = "cancelOrder")
  @Parameter(name = "key", description = KEY)
  @RequestBody(content = @Content(schema = @Schema(implementation = Cancellation.class)))
  @APIResponse(
      responseCode = "200",
      description = "The order, cancelled",
      content = @Content(schema = @Schema(implementation = OrderJson.class)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in, and there is no key")
  @APIResponse(responseCode = "404", description = "The customer has no such order")
  @APIResponse(responseCode = "409", description = "It is packed, or over already")
  public Response cancel(
      @PathParam("number") String number, @QueryParam("key") String key, JsonValue body) {
    OrderAccess.Seen seen = access.require(number);
    OrderBody said = OrderBody.of(body);
    String why = said.why();
    said.fields().check();
    retries.run(
        () -> {
          orders.cancel(
              seen.order().number(), seen.by(), why.isEmpty() ? "Not wanted any more" : why);
          return true;
        });
    return shown(Response.Status.OK, seen.order().number());
  }

  @POST
  @Path("{number}/returns")
  @Operation(
      summary = "Ask to send pieces back",
      description = "What is returnable says how many of a line can be.",
      operationId = "returnPieces")
  @Parameter(name = "key", description = KEY)
  @RequestBody(content = @Content(schema = @Schema(implementation = WantedReturn.class)))
  @APIResponse(
      responseCode = "201",
      description = "The order with the return",
      content = @Content(schema = @Schema(implementation = OrderJson.class)))
  @APIResponse(responseCode = "400", description = "The violations say which field is wrong")
  @APIResponse(responseCode = "401", description = "Nobody is signed in, and there is no key")
  @APIResponse(responseCode = "404", description = "The customer has no such order")
  @APIResponse(responseCode = "409", description = "Not so many can be sent back")
  public Response giveBack(
      @PathParam("number") String number, @QueryParam("key") String key, JsonValue body) {
    OrderAccess.Seen seen = access.require(number);
    OrderBody said = OrderBody.of(body);
    List<OrderedPieces> lines = said.lines();
    String code = said.fields().text("reason");
    String note = said.fields().optionalText("note").orElse("").strip();
    Optional<ReturnReason> reason = ReturnReason.parse(code);
    if (reason.isEmpty()) {
      said.fields().refuse("reason", "is none that can be given");
    }
    said.fields().check();
    retries.run(
        () -> returns.ask(seen.order().number(), lines, reason.orElseThrow(), note, seen.by()));
    return shown(Response.Status.CREATED, seen.order().number());
  }

  @POST
  @Path("{number}/reorder")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Put the same into the cart again",
      description = "At today's prices, as far as it can still be bought.",
      operationId = "reorder")
  @Parameter(name = "key", description = KEY)
  @APIResponse(
      responseCode = "200",
      description = "What is in the cart now, and what is not",
      content = @Content(schema = @Schema(implementation = ReorderedJson.class)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in, and there is no key")
  @APIResponse(responseCode = "404", description = "The customer has no such order")
  public Response reorder(@PathParam("number") String number, @QueryParam("key") String key) {
    Reordered reordered = reorders.reorder(access.require(number).order(), cart.owner());
    reordered.token().ifPresent(token -> CartCookie.write(request, response, token));
    return PrivateAnswer.of(ReorderedJson.of(reordered));
  }

  private Response shown(Response.Status status, OrderNumber number) {
    return PrivateAnswer.of(status, OrderJson.of(lookup.find(number).orElseThrow()));
  }
}
