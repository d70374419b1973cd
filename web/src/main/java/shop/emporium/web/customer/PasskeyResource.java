package shop.emporium.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import shop.emporium.ejb.customer.PasskeyService;
import shop.emporium.ejb.customer.SecondFactorService;
import shop.emporium.ejb.customer.SignedIn;
import shop.emporium.web.shared.JsonFields;
import shop.emporium.web.shared.PrivateAnswer;

/** The customer's passkeys. One of somebody else is not there. */
@Path("/me/passkeys")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "account")
public class PasskeyResource {

  @Inject private PasskeyService passkeys;
  @Inject private SecondFactorService factors;
  @Inject private CurrentCustomer current;

  /** What a passkey shall be called, up to 60 characters. */
  public record NewName(String name) {}

  @GET
  @Operation(summary = "The customer's passkeys, the oldest first", operationId = "listPasskeys")
  @APIResponse(
      responseCode = "200",
      description = "The passkeys, at most 20",
      content =
          @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = PasskeyJson.class)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  public Response list() {
    return PrivateAnswer.of(
        passkeys.list(current.require().customer()).stream().map(PasskeyJson::of).toList());
  }

  @PATCH
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Call a passkey something else", operationId = "renamePasskey")
  @RequestBody(content = @Content(schema = @Schema(implementation = NewName.class)))
  @APIResponse(
      responseCode = "200",
      description = "The passkey as it is now",
      content = @Content(schema = @Schema(implementation = PasskeyJson.class)))
  @APIResponse(responseCode = "400", description = "The violations say what is wrong")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "404", description = "The customer has no such passkey")
  public Response rename(@PathParam("id") long id, JsonValue body) {
    long customer = current.require().customer();
    JsonFields fields = JsonFields.of(body);
    String name = fields.text("name");
    fields.check();
    return PrivateAnswer.of(PasskeyJson.of(passkeys.rename(customer, id, name)));
  }

  @DELETE
  @Path("{id}")
  @Operation(
      summary = "Remove a passkey",
      description = "It signs in no more, and a mail tells of it.",
      operationId = "removePasskey")
  @APIResponse(responseCode = "204", description = "It is gone")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "404", description = "The customer has no such passkey")
  @APIResponse(responseCode = "409", description = "The customer's role needs it")
  public Response remove(@PathParam("id") long id) {
    SignedIn person = current.require();
    factors.requireProof(person);
    passkeys.remove(person.customer(), id);
    return PrivateAnswer.done();
  }
}
