package shop.emporium.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import shop.emporium.ejb.customer.ProfileChange;
import shop.emporium.ejb.customer.SignedIn;
import shop.emporium.web.shared.JsonFields;
import shop.emporium.web.shared.PrivateAnswer;

/** The customer's own account: name, language, password, and address of e-mail. */
@Path("/me")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "account")
public class ProfileResource {

  @Inject private AccountService accounts;
  @Inject private CurrentCustomer current;

  /** What shall be different; a field that is missing stays. */
  public record NewProfile(String name, String language) {}

  /** The password until now, and from now on. */
  public record NewPassword(String current, String password) {}

  /** Where to move, and the password as a proof. */
  public record NewEmail(String email, String password) {}

  /** What stood in a mail, and the password of an account that is new. */
  public record Link(String token, String password) {}

  @GET
  @Path("profile")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "The customer's profile", operationId = "getProfile")
  @APIResponse(
      responseCode = "200",
      description = "The profile",
      content = @Content(schema = @Schema(implementation = ProfileJson.class)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  public Response profile() {
    return PrivateAnswer.of(ProfileJson.of(accounts.profile(current.require().customer())));
  }

  @PATCH
  @Path("profile")
  @Operation(summary = "Change name or language", operationId = "changeProfile")
  @RequestBody(content = @Content(schema = @Schema(implementation = NewProfile.class)))
  @APIResponse(
      responseCode = "200",
      description = "The profile as it is now",
      content = @Content(schema = @Schema(implementation = ProfileJson.class)))
  @APIResponse(responseCode = "400", description = "The violations say which field is wrong")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  public Response changeProfile(JsonValue body) {
    SignedIn person = current.require();
    JsonFields fields = JsonFields.of(body);
    ProfileChange change =
        new ProfileChange(
            fields.optionalText("name").map(String::strip).orElse(null),
            fields.optionalText("language").orElse(null));
    if (fields.has("email")) {
      fields.refuse("email", "is changed by POST /me/email");
    }
    fields.check();
    return PrivateAnswer.of(ProfileJson.of(accounts.changeProfile(person.customer(), change)));
  }

  @PUT
  @Path("password")
  @Operation(
      summary = "Choose another password",
      description = "Every other browser is signed out, and a mail tells of it.",
      operationId = "changePassword")
  @RequestBody(content = @Content(schema = @Schema(implementation = NewPassword.class)))
  @APIResponse(responseCode = "204", description = "The password is another one")
  @APIResponse(responseCode = "400", description = "The password cannot be taken")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "403", description = "The present password is wrong")
  @APIResponse(responseCode = "429", description = "Too often; Retry-After says when again")
  public Response changePassword(JsonValue body) {
    SignedIn person = current.require();
    JsonFields fields = JsonFields.of(body);
    String present = fields.text("current");
    String wanted = fields.text("password");
    fields.check();
    accounts.changePassword(person, present, wanted, current.caller());
    return PrivateAnswer.done();
  }

  @POST
  @Path("email")
  @Operation(
      summary = "Move to another address of e-mail",
      description =
          "A link goes to the new address; the old one stays until it comes back, and is told then."
              + " The answer is the same when the new address has an account.",
      operationId = "changeEmail")
  @RequestBody(content = @Content(schema = @Schema(implementation = NewEmail.class)))
  @APIResponse(responseCode = "202", description = "Heard")
  @APIResponse(responseCode = "400", description = "It is no address")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "403", description = "The password is wrong")
  @APIResponse(responseCode = "429", description = "Too often; Retry-After says when again")
  public Response changeEmail(JsonValue body) {
    SignedIn person = current.require();
    JsonFields fields = JsonFields.of(body);
    String email = fields.text("email").strip();
    String password = fields.text("password");
    fields.check();
    accounts.requestMove(person.customer(), email, password, current.caller());
    return PrivateAnswer.heard();
  }

  @POST
  @Path("confirmation")
  @Operation(
      summary = "Confirm an address by the link that was sent there",
      description =
          "Of one that moves, or of a new account. That wants its password, too, unless its customer is signed in:"
              + " somebody else may have registered the address.",
      operationId = "confirmEmail")
  @RequestBody(content = @Content(schema = @Schema(implementation = Link.class)))
  @APIResponse(responseCode = "204", description = "The address is confirmed")
  @APIResponse(responseCode = "403", description = "The password is wrong, or missing")
  @APIResponse(responseCode = "409", description = "Somebody else has registered it meanwhile")
  @APIResponse(responseCode = "410", description = "The link was used, ran out, or never was one")
  public Response confirm(JsonValue body) {
    JsonFields fields = JsonFields.of(body);
    String link = fields.text("token");
    String password = fields.optionalText("password").orElse("");
    fields.check();
    accounts.confirm(link, current.find(), password, current.caller());
    return PrivateAnswer.done();
  }

  @POST
  @Path("confirmation/mail")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Have the link to confirm the address sent once more",
      operationId = "sendConfirmation")
  @APIResponse(responseCode = "202", description = "Sent, unless the address is confirmed")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "429", description = "Too often; Retry-After says when again")
  public Response sendConfirmation() {
    accounts.requestConfirmation(current.require().customer(), current.caller());
    return PrivateAnswer.heard();
  }
}
