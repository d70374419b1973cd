package shop.emporium.web.visitor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import shop.emporium.ejb.customer.PasskeyService;
import shop.emporium.ejb.customer.PasskeySignature;
import shop.emporium.web.customer.CurrentCustomer;
import shop.emporium.web.customer.PasskeyAnswer;
import shop.emporium.web.customer.PasskeyRequestJson;
import shop.emporium.web.customer.SignInFlow;
import shop.emporium.web.shared.JsonFields;
import shop.emporium.web.shared.PrivateAnswer;

/** Signs in without a password, in two steps with the device's work between them. */
@Path("/session")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "account")
public class PasskeySessionResource {

  @Inject private PasskeyService passkeys;
  @Inject private SignInFlow flow;
  @Inject private CurrentCustomer current;
  @Inject private CurrentVisitor visitor;
  @Context private HttpServletRequest request;
  @Context private HttpServletResponse response;

  /**
   * What {@code PublicKeyCredential.toJSON()} gave, an {@code AuthenticationResponseJSON}, and
   * whether the browser shall stay signed in for 60 days.
   */
  public record Signed(@Schema(type = SchemaType.OBJECT) JsonObject credential, boolean remember) {}

  @POST
  @Path("passkey-options")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Begin to sign in with a passkey",
      description = "What the browser has a device sign; good once, for five minutes.",
      operationId = "askForPasskey")
  @APIResponse(
      responseCode = "200",
      description = "For PublicKeyCredential.parseRequestOptionsFromJSON",
      content = @Content(schema = @Schema(implementation = PasskeyRequestJson.class)))
  @APIResponse(responseCode = "429", description = "Too often; Retry-After says when again")
  public Response ask() {
    return PrivateAnswer.of(PasskeyRequestJson.of(passkeys.ask(current.caller())));
  }

  @POST
  @Path("passkey")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Sign in with a passkey",
      description =
          "Keep the cookies of the answer. Whoever was signed in before with this browser is signed out."
              + " The device has made sure of its owner, so no second proof is asked for.",
      operationId = "signInWithPasskey")
  @RequestBody(content = @Content(schema = @Schema(implementation = Signed.class)))
  @APIResponse(
      responseCode = "200",
      description = "Signed in",
      content = @Content(schema = @Schema(implementation = VisitorJson.class)))
  @APIResponse(responseCode = "400", description = "The violations say which field is wrong")
  @APIResponse(responseCode = "401", description = "The passkey opens no account here")
  @APIResponse(responseCode = "410", description = "The challenge was used, or ran out; begin anew")
  @APIResponse(responseCode = "429", description = "Too often; Retry-After says when again")
  public Response signIn(JsonValue body) {
    JsonFields fields = JsonFields.of(body);
    PasskeySignature signature = PasskeyAnswer.signed(fields);
    boolean isRemembered = fields.flag("remember");
    fields.check();
    flow.enter(passkeys.authenticate(signature, current.caller()), isRemembered, request, response);
    return PrivateAnswer.of(visitor.show());
  }
}
