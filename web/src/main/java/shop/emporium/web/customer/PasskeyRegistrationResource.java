package shop.emporium.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import shop.emporium.ejb.customer.NewPasskey;
import shop.emporium.ejb.customer.PasskeyService;
import shop.emporium.ejb.customer.SecondFactorService;
import shop.emporium.ejb.customer.SignedIn;
import shop.emporium.web.shared.JsonFields;
import shop.emporium.web.shared.PrivateAnswer;

/** Adds passkeys to the customer's account, in two steps with the device's work between them. */
@Path("/passkeys")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "account")
public class PasskeyRegistrationResource {

  @Inject private PasskeyService passkeys;
  @Inject private SecondFactorService factors;
  @Inject private CurrentCustomer current;

  /** The customer's password, as a proof. */
  public record Proof(String password) {}

  /**
   * What the customer calls the passkey, and what {@code PublicKeyCredential.toJSON()} gave: a
   * {@code RegistrationResponseJSON}.
   */
  public record Made(String name, @Schema(type = SchemaType.OBJECT) JsonObject credential) {}

  @POST
  @Path("registration-options")
  @Operation(
      summary = "Begin to add a passkey",
      description = "What the browser makes the passkey of; good once, for five minutes.",
      operationId = "offerPasskey")
  @RequestBody(content = @Content(schema = @Schema(implementation = Proof.class)))
  @APIResponse(
      responseCode = "200",
      description = "For PublicKeyCredential.parseCreationOptionsFromJSON",
      content = @Content(schema = @Schema(implementation = PasskeyCreationJson.class)))
  @APIResponse(responseCode = "400", description = "The password is missing")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "403", description = "The password is wrong")
  @APIResponse(
      responseCode = "409",
      description = "There are 20 passkeys, or the address of e-mail is not confirmed yet")
  @APIResponse(responseCode = "429", description = "Too often; Retry-After says when again")
  @APIResponse(responseCode = "503", description = "Too many people sign in at the moment")
  public Response offer(JsonValue body) {
    SignedIn person = current.require();
    JsonFields fields = JsonFields.of(body);
    String password = fields.text("password");
    fields.check();
    factors.requireProof(person);
    return PrivateAnswer.of(
        PasskeyCreationJson.of(passkeys.offer(person.customer(), password, current.caller())));
  }

  @POST
  @Operation(
      summary = "Add the passkey that the browser made",
      description = "A mail tells of it.",
      operationId = "addPasskey")
  @RequestBody(content = @Content(schema = @Schema(implementation = Made.class)))
  @APIResponse(
      responseCode = "201",
      description = "The passkey",
      content = @Content(schema = @Schema(implementation = PasskeyJson.class)))
  @APIResponse(responseCode = "400", description = "The passkey cannot be used here")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(
      responseCode = "409",
      description =
          "The device is registered already, there are 20 passkeys, or the address of e-mail is not confirmed")
  @APIResponse(responseCode = "410", description = "The challenge was used, or ran out; begin anew")
  public Response add(JsonValue body) {
    long customer = current.require().customer();
    JsonFields fields = JsonFields.of(body);
    NewPasskey made = PasskeyAnswer.made(fields.text("name"), fields);
    fields.check();
    return PrivateAnswer.of(Response.Status.CREATED, PasskeyJson.of(passkeys.add(customer, made)));
  }
}
