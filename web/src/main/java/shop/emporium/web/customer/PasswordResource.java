package shop.emporium.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import shop.emporium.ejb.customer.AccountService;
import shop.emporium.web.shared.JsonFields;
import shop.emporium.web.shared.PrivateAnswer;

/** For who forgot the password: a link by mail, and what is done with it. */
@Path("/password")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "account")
public class PasswordResource {

  @Inject private AccountService accounts;
  @Inject private CurrentCustomer current;

  /** Whose password is forgotten. */
  public record Forgotten(String email) {}

  /** What stood in the mail, and the password from now on. */
  public record Reset(String token, String password) {}

  @POST
  @Path("forgot")
  @Operation(
      summary = "Have a link sent by which another password is chosen",
      description =
          "Good for 30 minutes and one use. The answer is the same when the address has no account.",
      operationId = "forgetPassword")
  @RequestBody(content = @Content(schema = @Schema(implementation = Forgotten.class)))
  @APIResponse(responseCode = "202", description = "Heard")
  @APIResponse(responseCode = "400", description = "The body names no address")
  @APIResponse(responseCode = "429", description = "Too often; Retry-After says when again")
  @APIResponse(responseCode = "503", description = "Too many people sign in at the moment")
  public Response forget(JsonValue body) {
    JsonFields fields = JsonFields.of(body);
    String email = fields.text("email");
    fields.check();
    accounts.forgetPassword(email, current.caller());
    return PrivateAnswer.heard();
  }

  @POST
  @Path("reset")
  @Operation(
      summary = "Choose another password by the link",
      description = "Every browser is signed out, and a mail tells of it.",
      operationId = "resetPassword")
  @RequestBody(content = @Content(schema = @Schema(implementation = Reset.class)))
  @APIResponse(responseCode = "204", description = "The password is another one")
  @APIResponse(
      responseCode = "400",
      description = "The password cannot be taken; the link stays good")
  @APIResponse(responseCode = "410", description = "The link was used, ran out, or never was one")
  @APIResponse(responseCode = "503", description = "Too many people sign in at the moment")
  public Response reset(JsonValue body) {
    JsonFields fields = JsonFields.of(body);
    String link = fields.text("token");
    String wanted = fields.text("password");
    fields.check();
    accounts.resetPassword(link, wanted);
    return PrivateAnswer.done();
  }
}
