package shop.emporium.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
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
import shop.emporium.ejb.customer.AccountService;
import shop.emporium.ejb.customer.NewCustomer;
import shop.emporium.web.shared.JsonFields;
import shop.emporium.web.shared.PageLanguage;
import shop.emporium.web.shared.PrivateAnswer;

/** Registers customers. */
@Path("/customers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "account")
public class CustomerResource {

  @Inject private AccountService accounts;
  @Inject private CurrentCustomer current;
  @Context private HttpServletRequest request;

  /** Who wants an account; language of mails, en or de, is that of the request unless told. */
  public record Registration(String email, String password, String name, String language) {}

  /** Who asked for an account. */
  public record Registered(String email, String name) {}

  @POST
  @Operation(
      summary = "Register",
      description =
          "A link to confirm the address goes there by mail. The answer is the same when the address has an"
              + " account: then that is not changed, and its owner gets a link to choose another password."
              + " Nobody is signed in by it.",
      operationId = "register")
  @RequestBody(content = @Content(schema = @Schema(implementation = Registration.class)))
  @APIResponse(
      responseCode = "201",
      description = "Heard; POST /session signs in",
      content = @Content(schema = @Schema(implementation = Registered.class)))
  @APIResponse(responseCode = "400", description = "The violations say which field is wrong")
  @APIResponse(responseCode = "429", description = "Too often; Retry-After says when again")
  @APIResponse(responseCode = "503", description = "Too many people sign in at the moment")
  public Response register(JsonValue body) {
    JsonFields fields = JsonFields.of(body);
    NewCustomer wanted =
        new NewCustomer(
            fields.text("email").strip(),
            fields.text("password"),
            fields.text("name").strip(),
            fields.optionalText("language").orElseGet(this::language));
    fields.check();
    accounts.register(wanted, current.caller());
    return PrivateAnswer.of(Response.Status.CREATED, new Registered(wanted.email(), wanted.name()));
  }

  private String language() {
    String language = request.getLocale().getLanguage();
    return PageLanguage.ALL.contains(language) ? language : PageLanguage.ALL.get(0);
  }
}
