package shop.emporium.web.payment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.shared.Actor;
import shop.emporium.ejb.customer.SignedIn;
import shop.emporium.ejb.payment.TransferBack;
import shop.emporium.ejb.payment.TransferService;
import shop.emporium.ejb.payment.TransferService.Noted;
import shop.emporium.web.customer.CurrentCustomer;
import shop.emporium.web.shared.JsonFields;
import shop.emporium.web.shared.MoneyView;
import shop.emporium.web.shared.PrivateAnswer;
import shop.emporium.web.shared.Problem;
import shop.emporium.web.shared.ProblemException;

/** Where people who work here note what came in by transfer, and what went back. */
@Path("/admin/payments/{order}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "payments")
public class TransferResource {

  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,12}(?:\\.[0-9]{1,4})?");

  @Inject private TransferService transfers;
  @Inject private CurrentCustomer current;

  /**
   * Money that was seen on the shop's account.
   *
   * @param amount a decimal text
   * @param currency ISO 4217
   */
  public record Transfer(String amount, String currency) {}

  /**
   * What it did.
   *
   * @param status {@code paid}; {@code known} when it was noted before; {@code to-go-back} when the
   *     order does not want it any more
   */
  public record Outcome(String status) {}

  /**
   * Money that somebody has transferred back.
   *
   * @param refund which one it was, as the list of them names it
   * @param amount a decimal text
   * @param currency ISO 4217
   */
  public record TransferredBack(String refund, String amount, String currency) {}

  /**
   * Money that goes back by transfer.
   *
   * @param refund what it is named by
   * @param status {@code requested}, or {@code done} when somebody has said so
   * @param since when it was asked for
   */
  public record ToTransferBack(
      String refund, MoneyView amount, String status, Instant since, String why) {

    static ToTransferBack of(TransferBack back) {
      return new ToTransferBack(
          back.reference().toString(),
          MoneyView.of(back.amount()),
          back.isDone() ? "done" : "requested",
          back.since(),
          back.why());
    }
  }

  @POST
  @Path("transfer")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Note that an order's transfer came in", operationId = "noteTransfer")
  @RequestBody(content = @Content(schema = @Schema(implementation = Transfer.class)))
  @APIResponse(
      responseCode = "200",
      description = "It is noted, now or before",
      content = @Content(schema = @Schema(implementation = Outcome.class)))
  @APIResponse(responseCode = "400", description = "The violations say which field is wrong")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "403", description = "For administrators only")
  @APIResponse(responseCode = "404", description = "No such order waits for a transfer")
  @APIResponse(responseCode = "409", description = "The order asks for another amount")
  public Response received(@PathParam("order") String order, JsonValue body) {
    Actor staff = staff();
    OrderNumber number = number(order);
    Noted noted = transfers.received(number, money(body), staff);
    return switch (noted) {
      case PAID -> answer("paid");
      case KNOWN -> answer("known");
      case TO_GO_BACK -> answer("to-go-back");
      case OTHER_AMOUNT ->
          throw new ProblemException(
              Problem.of(
                  409,
                  "other-amount",
                  "The order asks for another amount",
                  "Send back what came in, or ask for the rest."));
      case UNKNOWN -> throw unknown();
    };
  }

  @GET
  @Path("transfer-back")
  @Operation(
      summary = "What of an order's money goes back by transfer, or did, the oldest first",
      operationId = "listTransfersBack")
  @APIResponse(
      responseCode = "200",
      description = "The refunds; none where nothing is to go back by transfer",
      content =
          @Content(
              schema = @Schema(type = SchemaType.ARRAY, implementation = ToTransferBack.class)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "403", description = "For administrators only")
  @APIResponse(responseCode = "404", description = "This is no number of an order")
  public Response back(@PathParam("order") String order) {
    staff();
    return PrivateAnswer.of(
        transfers.back(number(order)).stream().map(ToTransferBack::of).toList());
  }

  @POST
  @Path("transfer-back")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Note that money of an order was transferred back",
      description = "May be told twice: what is noted already stays as it is.",
      operationId = "noteTransferBack")
  @RequestBody(content = @Content(schema = @Schema(implementation = TransferredBack.class)))
  @APIResponse(responseCode = "204", description = "It is noted, now or before")
  @APIResponse(responseCode = "400", description = "The violations say which field is wrong")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "403", description = "For administrators only")
  @APIResponse(responseCode = "404", description = "The order has no such refund by transfer")
  @APIResponse(responseCode = "409", description = "Another amount is to go back")
  public Response givenBack(@PathParam("order") String order, JsonValue body) {
    Actor staff = staff();
    OrderNumber number = number(order);
    return switch (transfers.givenBack(number, refund(body), money(body), staff)) {
      case NOTED, KNOWN -> PrivateAnswer.done();
      case OTHER_AMOUNT ->
          throw new ProblemException(
              Problem.of(
                  409,
                  "other-amount",
                  "Another amount is to go back",
                  "GET the list of what goes back, and name the refund that was transferred."));
      case UNKNOWN -> throw unknown();
    };
  }

  private Actor staff() {
    SignedIn person = current.require();
    if (!person.group().equals("admin")) {
      throw new ProblemException(
          Problem.of(
              403,
              "not-allowed",
              "For administrators only",
              "Sign in as one, with all the proof that is asked of one."));
    }
    return Actor.staff(person.customer());
  }

  private static OrderNumber number(String typed) {
    return OrderNumber.parse(typed).orElseThrow(TransferResource::unknown);
  }

  private static ProblemException unknown() {
    return new ProblemException(
        Problem.notFound("No such order waits for a transfer of this kind."));
  }

  private static UUID refund(JsonValue body) {
    JsonFields fields = JsonFields.of(body);
    String refund = fields.text("refund");
    fields.check();
    try {
      return UUID.fromString(refund);
    } catch (IllegalArgumentException none) {
      throw new ProblemException(
          Problem.badRequest("Name the refund as GET of this address names it."));
    }
  }

  private static Money money(JsonValue body) {
    JsonFields fields = JsonFields.of(body);
    String amount = fields.text("amount");
    String currency = fields.text("currency");
    fields.check();
    try {
      // Nothing like 1e999999999, which would fill the memory when it is written out.
      if (!AMOUNT.matcher(amount).matches()) {
        throw new NumberFormatException("No plain amount");
      }
      return Money.of(CurrencyUnit.of(currency), new BigDecimal(amount));
    } catch (NumberFormatException | ArithmeticException | IllegalCurrencyException wrong) {
      throw new ProblemException(
          Problem.badRequest("Name the amount as in \"12.34\" and the currency as in \"EUR\"."));
    }
  }

  private static Response answer(String status) {
    return PrivateAnswer.of(new Outcome(status));
  }
}
