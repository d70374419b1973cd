package shop.emporium.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import shop.emporium.domain.customer.RecoveryCode;
import shop.emporium.ejb.customer.SecondFactorService;
import shop.emporium.ejb.customer.SecondFactorView;
import shop.emporium.ejb.customer.SignedIn;
import shop.emporium.ejb.customer.TotpOffer;
import shop.emporium.web.shared.JsonFields;
import shop.emporium.web.shared.PrivateAnswer;

/** Codes of an app as a second proof: turned on in two steps, and off. */
@Path("/me/second-factor")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "account")
public class SecondFactorResource {

  @Inject private SecondFactorService factors;
  @Inject private CurrentCustomer current;

  /**
   * How the account stands.
   *
   * @param since when it was turned on; not there while it is off
   * @param recoveryCodesLeft codes for paper that are not used yet
   * @param missed whether the customer's role waits for it, or for a passkey
   */
  public record SecondFactorJson(boolean on, String since, int recoveryCodesLeft, boolean missed) {

    static SecondFactorJson of(SecondFactorView view) {
      return new SecondFactorJson(
          view.isOn(),
          view.since() == null ? null : view.since().toString(),
          view.codesLeft(),
          view.isMissed());
    }
  }

  /** The customer's password. */
  public record Password(String password) {}

  /** What the app has to know, in Base32 and as an address that apps read. */
  public record AppSecret(String secret, String uri) {}

  /** A code of the app. */
  public record FirstCode(String code) {}

  /** Ten codes for paper, each good once. */
  public record RecoveryCodes(List<String> recoveryCodes) {

    static RecoveryCodes of(List<RecoveryCode> codes) {
      return new RecoveryCodes(codes.stream().map(RecoveryCode::value).toList());
    }
  }

  @GET
  @Operation(summary = "How the account stands with codes of an app", operationId = "getFactor")
  @APIResponse(
      responseCode = "200",
      description = "Whether codes are asked for",
      content = @Content(schema = @Schema(implementation = SecondFactorJson.class)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  public Response show() {
    return PrivateAnswer.of(SecondFactorJson.of(factors.view(current.require())));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Begin with an app",
      description =
          "Codes are asked for once the app's first one has come back, within ten minutes.",
      operationId = "beginFactor")
  @RequestBody(content = @Content(schema = @Schema(implementation = Password.class)))
  @APIResponse(
      responseCode = "201",
      description = "What the app has to know",
      content = @Content(schema = @Schema(implementation = AppSecret.class)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "403", description = "The password is another")
  @APIResponse(responseCode = "409", description = "It is on, or the address is not confirmed")
  @APIResponse(responseCode = "429", description = "Too often; Retry-After says when again")
  public Response begin(JsonValue body) {
    SignedIn person = current.require();
    TotpOffer offer = factors.begin(person, password(body), current.caller());
    return PrivateAnswer.of(Response.Status.CREATED, new AppSecret(offer.secret(), offer.uri()));
  }

  @POST
  @Path("confirmation")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Turn it on, by the app's first code",
      description = "The codes for paper are shown here and nowhere else.",
      operationId = "confirmFactor")
  @RequestBody(content = @Content(schema = @Schema(implementation = FirstCode.class)))
  @APIResponse(
      responseCode = "200",
      description = "It is on",
      content = @Content(schema = @Schema(implementation = RecoveryCodes.class)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "403", description = "The code is another")
  @APIResponse(responseCode = "410", description = "Nothing was begun in the last ten minutes")
  @APIResponse(responseCode = "429", description = "Too often; Retry-After says when again")
  public Response confirm(JsonValue body) {
    SignedIn person = current.require();
    JsonFields fields = JsonFields.of(body);
    String code = fields.text("code");
    fields.check();
    return PrivateAnswer.of(RecoveryCodes.of(factors.confirm(person, code)));
  }

  @POST
  @Path("recovery-codes")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Make new codes for paper",
      description = "Those before are good no more.",
      operationId = "renewRecoveryCodes")
  @RequestBody(content = @Content(schema = @Schema(implementation = Password.class)))
  @APIResponse(
      responseCode = "200",
      description = "The new ones",
      content = @Content(schema = @Schema(implementation = RecoveryCodes.class)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "403", description = "The password is another")
  @APIResponse(responseCode = "409", description = "It is off")
  public Response renew(JsonValue body) {
    SignedIn person = current.require();
    return PrivateAnswer.of(
        RecoveryCodes.of(factors.renewCodes(person, password(body), current.caller())));
  }

  @POST
  @Path("removal")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Turn it off",
      description = "A mail tells of it.",
      operationId = "removeFactor")
  @RequestBody(content = @Content(schema = @Schema(implementation = Password.class)))
  @APIResponse(responseCode = "204", description = "It is off")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "403", description = "The password is another")
  @APIResponse(responseCode = "409", description = "It is off, or the customer's role needs it")
  public Response remove(JsonValue body) {
    SignedIn person = current.require();
    factors.remove(person, password(body), current.caller());
    return PrivateAnswer.done();
  }

  private static String password(JsonValue body) {
    JsonFields fields = JsonFields.of(body);
    String password = fields.text("password");
    fields.check();
    return password;
  }
}
