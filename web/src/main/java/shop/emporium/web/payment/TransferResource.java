package shop.emporium.web.payment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
import shop.emporium.ejb.payment.TransferService;
import shop.emporium.ejb.payment.TransferService.Noted;
import shop.emporium.web.customer.CurrentCustomer;
import shop.emporium.web.shared.JsonFields;
import shop.emporium.web.shared.PrivateAnswer;
import shop.emporium.web.shared.Problem;
import shop.emporium.web.shared.ProblemException;

/** Where people who work here note what came in by transfer, and what went back. */
@Path("/admin/payments/{order}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "payments")
public class TransferResource {

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

  @POST
  @Path("transfer-back")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Note that money of an order was transferred back",
      operationId = "noteTransferBack")
  @RequestBody(content = @Content(schema = @Schema(implementation = Transfer.class)))
  @APIResponse(responseCode = "204", description = "It is noted")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "403", description = "For administrators only")
  @APIResponse(responseCode = "404", description = "No such amount is to go back")
  public Response givenBack(@PathParam("order") String order, JsonValue body) {
    Actor staff = staff();
    if (!transfers.givenBack(number(order), money(body), staff)) {
      throw unknown();
    }
    return PrivateAnswer.done();
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

  private static Money money(JsonValue body) {
    JsonFields fields = JsonFields.of(body);
    String amount = fields.text("amount");
    String currency = fields.text("currency");
    fields.check();
    try {
      if (amount.length() > 20) {
        throw new NumberFormatException("Too long");
      }
      return Money.of(CurrencyUnit.of(currency), new java.math.BigDecimal(amount));
    } catch (NumberFormatException | ArithmeticException | IllegalCurrencyException wrong) {
      throw new ProblemException(
          Problem.badRequest("Name the amount as in \"12.34\" and the currency as in \"EUR\"."));
    }
  }

  private static Response answer(String status) {
    return PrivateAnswer.of(new Outcome(status));
  }
}
