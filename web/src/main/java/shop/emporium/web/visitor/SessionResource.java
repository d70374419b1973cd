package shop.emporium.web.visitor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import shop.emporium.ejb.customer.Credentials;
import shop.emporium.web.customer.SignInFlow;
import shop.emporium.web.shared.JsonFields;
import shop.emporium.web.shared.PrivateAnswer;

/** Signs in and out. */
@Path("/session")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "account")
public class SessionResource {

  @Inject private SignInFlow flow;
  @Inject private CurrentVisitor visitor;
  @Context private HttpServletRequest request;
  @Context private HttpServletResponse response;

  /** Who wants to sign in, and whether the browser shall stay signed in for 60 days. */
  public record Typed(String email, String password, boolean remember) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Sign in",
      description =
          "Keep the cookies of the answer. Whoever was signed in before with this browser is signed out."
              + " What a guest had in the cart goes into the customer's."
              + " Whether the address has an account makes no difference to the answer.",
      operationId = "signIn")
  @RequestBody(content = @Content(schema = @Schema(implementation = Typed.class)))
  @APIResponse(
      responseCode = "200",
      description = "Signed in",
      content = @Content(schema = @Schema(implementation = VisitorJson.class)))
  @APIResponse(responseCode = "400", description = "The violations say which field is wrong")
  @APIResponse(
      responseCode = "401",
      description =
          "The address or the password is wrong; or, of type second-factor-required, a code is wanted, too")
  @APIResponse(responseCode = "429", description = "Too often; Retry-After says when again")
  @APIResponse(responseCode = "503", description = "Too many people sign in at the moment")
  public Response signIn(JsonValue body) {
    JsonFields fields = JsonFields.of(body);
    Credentials typed = new Credentials(fields.text("email"), fields.text("password"));
    boolean isRemembered = fields.flag("remember");
    fields.check();
    flow.signIn(typed, isRemembered, request, response);
    return PrivateAnswer.of(visitor.show());
  }

  /** What POST /session said to send, and a code of the app or one from paper. */
  public record Code(String challenge, String code) {}

  @POST
  @Path("second-factor")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Sign in with the second proof",
      description =
          "For accounts that want one: POST /session has answered second-factor-required, with a challenge that is"
              + " good for five minutes and five codes. Each code counts once.",
      operationId = "signInWithCode")
  @RequestBody(content = @Content(schema = @Schema(implementation = Code.class)))
  @APIResponse(
      responseCode = "200",
      description = "Signed in",
      content = @Content(schema = @Schema(implementation = VisitorJson.class)))
  @APIResponse(responseCode = "400", description = "The violations say which field is wrong")
  @APIResponse(responseCode = "403", description = "The code is another, or was used")
  @APIResponse(
      responseCode = "410",
      description = "The challenge ran out, or had five codes; begin anew")
  @APIResponse(responseCode = "429", description = "Too often; Retry-After says when again")
  public Response answer(JsonValue body) {
    JsonFields fields = JsonFields.of(body);
    String challenge = fields.text("challenge");
    String code = fields.text("code");
    fields.check();
    flow.answer(challenge, code, request, response);
    return PrivateAnswer.of(visitor.show());
  }

  @DELETE
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Sign out",
      description = "Ends the sign-in with this browser; who is not signed in may ask too.",
      operationId = "signOut")
  @APIResponse(responseCode = "204", description = "Nobody is signed in")
  public Response signOut() {
    flow.signOut(request, response);
    return PrivateAnswer.done();
  }
}
