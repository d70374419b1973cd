package shop.emporium.web.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponses;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.joda.money.Money;
import shop.emporium.domain.checkout.IdempotencyKey;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.shared.Actor;
import shop.emporium.ejb.order.Carriage;
import shop.emporium.ejb.order.FulfilmentService;
import shop.emporium.ejb.order.OrderLookup;
import shop.emporium.ejb.order.OrderService;
import shop.emporium.ejb.order.OrderedPieces;
import shop.emporium.ejb.order.ReturnService;
import shop.emporium.ejb.payment.RefundService;
import shop.emporium.ejb.shared.Retries;
import shop.emporium.web.payment.RefundKey;
import shop.emporium.web.shared.MoneyView;
import shop.emporium.web.shared.PrivateAnswer;

/** What people who work here do with orders: agents and administrators. */
@Path("/admin/orders/{number}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "staff")
@APIResponses({
  @APIResponse(responseCode = "401", description = "Nobody is signed in"),
  @APIResponse(responseCode = "403", description = "For agents and administrators only"),
  @APIResponse(responseCode = "404", description = "There is no such order, parcel or return")
})
public class StaffOrderResource {

  @Inject private OrderLookup lookup;
  @Inject private OrderService orders;
  @Inject private FulfilmentService fulfilment;
  @Inject private ReturnService returns;
  @Inject private RefundService refunds;
  @Inject private StaffOnly staff;
  @Inject private Retries retries;

  /** Pieces that go into a parcel; all that is not packed yet, when none are named. */
  public record NewParcel(List<OrderResource.Line> lines, String why) {}

  /** With whom a parcel goes; the number may be left out. */
  public record Handover(String carrier, String tracking, String why) {}

  /** Why something is done; may be left out where nobody is refused anything. */
  public record Reason(String why) {}

  /** Whether pieces go back on the shelf. */
  public record TakenBack(boolean restock, String why) {}

  /** Money that is given back without any pieces. */
  public record NewRefund(MoneyView amount, String why) {}

  @GET
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "An order, with who moved it and why", operationId = "staffGetOrder")
  @APIResponse(
      responseCode = "200",
      description = "The order",
      content = @Content(schema = @Schema(implementation = StaffOrderJson.class)))
  public Response show(@PathParam("number") String number) {
    staff.require();
    return shown(Response.Status.OK, StaffOnly.number(number));
  }

  @POST
  @Path("cancel")
  @Operation(
      summary = "Cancel an order",
      description = "Until it is packed. Money, coupons and gift cards go back.",
      operationId = "staffCancelOrder")
  @RequestBody(content = @Content(schema = @Schema(implementation = Reason.class)))
  @APIResponse(
      responseCode = "200",
      description = "The order, cancelled",
      content = @Content(schema = @Schema(implementation = StaffOrderJson.class)))
  @APIResponse(responseCode = "409", description = "It is packed, or over already")
  public Response cancel(@PathParam("number") String number, JsonValue body) {
    return move(
        number, body, (order, said, by) -> orders.cancel(order, by, because(said, "Cancelled")));
  }

  @POST
  @Path("parcels")
  @Operation(
      summary = "Pack pieces into a parcel",
      description = "All that is not packed yet, when no lines are named. Of a paid order only.",
      operationId = "packParcel")
  @RequestBody(content = @Content(schema = @Schema(implementation = NewParcel.class)))
  @APIResponse(
      responseCode = "201",
      description = "The order with the parcel",
      content = @Content(schema = @Schema(implementation = StaffOrderJson.class)))
  @APIResponse(responseCode = "400", description = "The violations say which field is wrong")
  @APIResponse(responseCode = "409", description = "It cannot be packed, or not so much of it")
  public Response pack(@PathParam("number") String number, JsonValue body) {
    Actor by = staff.require();
    OrderNumber order = StaffOnly.number(number);
    OrderBody said = OrderBody.of(body);
    List<OrderedPieces> lines = said.lines();
    String why = said.why();
    said.fields().check();
    retries.run(() -> fulfilment.pack(order, lines, by, why));
    return shown(Response.Status.CREATED, order);
  }

  @POST
  @Path("parcels/{parcel}/reopen")
  @Operation(summary = "Open a parcel that is still here", operationId = "reopenParcel")
  @RequestBody(content = @Content(schema = @Schema(implementation = Reason.class)))
  @APIResponse(
      responseCode = "200",
      description = "The order without it",
      content = @Content(schema = @Schema(implementation = StaffOrderJson.class)))
  @APIResponse(responseCode = "409", description = "It has left")
  public Response reopen(
      @PathParam("number") String number, @PathParam("parcel") long parcel, JsonValue body) {
    return move(
        number, body, (order, said, by) -> fulfilment.reopen(order, parcel, by, said.why()));
  }

  @POST
  @Path("parcels/{parcel}/ship")
  @Operation(
      summary = "Hand a parcel to a carrier",
      description = "The buyer is told by mail, and the invoice is written.",
      operationId = "shipParcel")
  @RequestBody(content = @Content(schema = @Schema(implementation = Handover.class)))
  @APIResponse(
      responseCode = "200",
      description = "The order",
      content = @Content(schema = @Schema(implementation = StaffOrderJson.class)))
  @APIResponse(responseCode = "400", description = "The violations say which field is wrong")
  @APIResponse(responseCode = "409", description = "It has left, or was opened again")
  public Response ship(
      @PathParam("number") String number, @PathParam("parcel") long parcel, JsonValue body) {
    Actor by = staff.require();
    OrderNumber order = StaffOnly.number(number);
    OrderBody said = OrderBody.of(body);
    Carriage with =
        new Carriage(
            said.fields().text("carrier").strip(),
            said.fields().optionalText("tracking").orElse("").strip());
    String why = said.why();
    said.fields().check();
    run(() -> fulfilment.ship(order, parcel, with, by, why));
    return shown(Response.Status.OK, order);
  }

  @POST
  @Path("parcels/{parcel}/deliver")
  @Operation(summary = "A parcel has arrived", operationId = "deliverParcel")
  @RequestBody(content = @Content(schema = @Schema(implementation = Reason.class)))
  @APIResponse(
      responseCode = "200",
      description = "The order",
      content = @Content(schema = @Schema(implementation = StaffOrderJson.class)))
  @APIResponse(responseCode = "409", description = "It is not on its way")
  public Response deliver(
      @PathParam("number") String number, @PathParam("parcel") long parcel, JsonValue body) {
    return move(
        number, body, (order, said, by) -> fulfilment.deliver(order, parcel, by, said.why()));
  }

  @POST
  @Path("parcels/{parcel}/take-back")
  @Operation(
      summary = "A parcel came back",
      description = "Its money goes back, and its pieces on the shelf where restock is true.",
      operationId = "takeParcelBack")
  @RequestBody(content = @Content(schema = @Schema(implementation = TakenBack.class)))
  @APIResponse(
      responseCode = "200",
      description = "The order",
      content = @Content(schema = @Schema(implementation = StaffOrderJson.class)))
  @APIResponse(responseCode = "409", description = "It has not left, or is back already")
  public Response takeBack(
      @PathParam("number") String number, @PathParam("parcel") long parcel, JsonValue body) {
    return move(
        number,
        body,
        (order, said, by) ->
            fulfilment.takeBack(order, parcel, said.fields().flag("restock"), by, said.why()));
  }

  @POST
  @Path("returns/{return}/accept")
  @Operation(
      summary = "Take back what was asked for",
      description = "The money goes back, and the pieces on the shelf where restock is true.",
      operationId = "acceptReturn")
  @RequestBody(content = @Content(schema = @Schema(implementation = TakenBack.class)))
  @APIResponse(
      responseCode = "200",
      description = "The order",
      content = @Content(schema = @Schema(implementation = StaffOrderJson.class)))
  @APIResponse(responseCode = "409", description = "It is decided, or the pieces are back already")
  public Response accept(
      @PathParam("number") String number, @PathParam("return") long id, JsonValue body) {
    return move(
        number,
        body,
        (order, said, by) ->
            returns.accept(order, id, said.fields().flag("restock"), by, said.why()));
  }

  @POST
  @Path("returns/{return}/refuse")
  @Operation(summary = "Do not take back what was asked for", operationId = "refuseReturn")
  @RequestBody(content = @Content(schema = @Schema(implementation = Reason.class)))
  @APIResponse(
      responseCode = "200",
      description = "The order",
      content = @Content(schema = @Schema(implementation = StaffOrderJson.class)))
  @APIResponse(responseCode = "400", description = "It is not said why")
  @APIResponse(responseCode = "409", description = "It is decided already")
  public Response refuse(
      @PathParam("number") String number, @PathParam("return") long id, JsonValue body) {
    return move(number, body, (order, said, by) -> returns.refuse(order, id, by, said.why()));
  }

  @POST
  @Path("refunds")
  @Operation(
      summary = "Give money back without any pieces",
      description =
          "No more than was paid and is not given back yet. The same key with the same body gives it back once.",
      operationId = "refundOrder")
  @Parameter(
      name = "Idempotency-Key",
      in = ParameterIn.HEADER,
      required = true,
      description = "A text of the caller's choice, 1 to 255 visible ASCII characters",
      schema = @Schema(implementation = String.class))
  @RequestBody(content = @Content(schema = @Schema(implementation = NewRefund.class)))
  @APIResponse(
      responseCode = "200",
      description = "The order",
      content = @Content(schema = @Schema(implementation = StaffOrderJson.class)))
  @APIResponse(responseCode = "400", description = "No key, or fields that the violations name")
  @APIResponse(responseCode = "409", description = "Not so much was paid")
  @APIResponse(
      responseCode = "422",
      description = "idempotency-key-reused with another amount, or for another reason")
  public Response refund(
      @PathParam("number") String number,
      @Parameter(hidden = true) @HeaderParam("Idempotency-Key") String typedKey,
      JsonValue body) {
    Actor by = staff.require();
    OrderNumber order = StaffOnly.number(number);
    OrderBody said = OrderBody.of(body);
    Money amount = said.money("amount");
    String why = said.why();
    said.fields().check();
    IdempotencyKey key = RefundKey.of(order, typedKey, amount, why);
    RefundService.Asked asked = retries.run(() -> refunds.giveBack(order, key, amount, by, why));
    if (asked == RefundService.Asked.KEY_REUSED) {
      throw RefundKey.reused();
    }
    return shown(Response.Status.OK, order);
  }

  /** A move of an order, with what was said of it, by somebody. */
  private interface Moving {
    void run(OrderNumber order, OrderBody said, Actor by);
  }

  private Response move(String number, JsonValue body, Moving moving) {
    Actor by = staff.require();
    OrderNumber order = StaffOnly.number(number);
    OrderBody said = OrderBody.of(body);
    said.why();
    said.fields().flag("restock");
    said.fields().check();
    run(() -> moving.run(order, said, by));
    return shown(Response.Status.OK, order);
  }

  private void run(Runnable move) {
    retries.run(
        () -> {
          move.run();
          return true;
        });
  }

  private static String because(OrderBody said, String usual) {
    return said.why().isEmpty() ? usual : said.why();
  }

  private Response shown(Response.Status status, OrderNumber number) {
    return PrivateAnswer.of(
        status, StaffOrderJson.of(lookup.find(number).orElseThrow(StaffOnly::unknown)));
  }
}
