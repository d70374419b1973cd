package shop.emporium.web.wishlist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import shop.emporium.ejb.customer.SignedIn;
import shop.emporium.ejb.wishlist.StockAlertService;
import shop.emporium.web.customer.CurrentCustomer;
import shop.emporium.web.shared.JsonFields;
import shop.emporium.web.shared.PrivateAnswer;

/** Who wants one mail when something is back in stock: customers, and guests with an address. */
@Path("/stock-alerts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "wishlist")
public class StockAlertResource {

  @Inject private StockAlertService alerts;
  @Inject private CurrentCustomer current;

  /**
   * What is waited for. A customer is told at the address of the account, whatever stands here.
   *
   * @param email of a guest
   * @param language of a guest's mails: en, which it is unless told, or de
   */
  public record Wanted(String sku, String email, String language) {}

  /**
   * What comes next.
   *
   * @param confirmed whether the mail will come; if not, a link in a mail has to be opened first
   */
  public record Heard(boolean confirmed) {}

  /** For what the customer waits. */
  public record Awaited(List<String> skus) {}

  @GET
  @Operation(summary = "For what the customer waits", operationId = "listStockAlerts")
  @APIResponse(
      responseCode = "200",
      description = "Article numbers",
      content = @Content(schema = @Schema(implementation = Awaited.class)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  public Response list() {
    return PrivateAnswer.of(new Awaited(alerts.awaited(current.require().customer())));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Be told when a sold out article is back",
      description =
          "One mail. An address that is not confirmed gets a link first. Whether it waits already makes no"
              + " difference to the answer that a guest gets.",
      operationId = "askForStockAlert")
  @RequestBody(content = @Content(schema = @Schema(implementation = Wanted.class)))
  @APIResponse(
      responseCode = "202",
      description = "It was heard",
      content = @Content(schema = @Schema(implementation = Heard.class)))
  @APIResponse(responseCode = "400", description = "The violations say which field is wrong")
  @APIResponse(responseCode = "404", description = "No such article is sold here")
  @APIResponse(responseCode = "409", description = "It is in stock, or too many alerts wait")
  @APIResponse(responseCode = "429", description = "Too often; Retry-After says when again")
  public Response ask(JsonValue body) {
    JsonFields fields = JsonFields.of(body);
    String sku = fields.text("sku");
    Optional<SignedIn> person = current.find();
    String email = person.isPresent() ? "" : fields.text("email");
    String language = fields.optionalText("language").orElse("en");
    fields.check();
    if (person.isPresent()) {
      return heard(alerts.ask(person.get().customer(), sku, current.caller()));
    }
    alerts.askAsGuest(sku, email, language, current.caller());
    return heard(false);
  }

  @DELETE
  @Path("{sku}")
  @Operation(summary = "Wait for an article no more", operationId = "cancelStockAlert")
  @APIResponse(responseCode = "204", description = "No mail will come")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  public Response cancel(@PathParam("sku") String sku) {
    alerts.cancel(current.require().customer(), sku);
    return PrivateAnswer.done();
  }

  private static Response heard(boolean isConfirmed) {
    return PrivateAnswer.of(Response.Status.ACCEPTED, new Heard(isConfirmed));
  }
}
