package shop.emporium.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import shop.emporium.ejb.customer.SignInService;
import shop.emporium.ejb.customer.SignedIn;
import shop.emporium.web.shared.PrivateAnswer;

/** The browsers with which the customer is signed in. Those of somebody else are not there. */
@Path("/me/sign-ins")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "account")
public class SignInResource {

  @Inject private SignInService signIns;
  @Inject private CurrentCustomer current;
  @Context private HttpServletRequest request;
  @Context private HttpServletResponse response;

  @GET
  @Operation(
      summary = "Where the customer is signed in, at most 100, the one used last first",
      operationId = "listSignIns")
  @APIResponse(
      responseCode = "200",
      description = "The sign-ins that hold",
      content =
          @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = SignInJson.class)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  public Response list() {
    SignedIn person = current.require();
    return PrivateAnswer.of(
        signIns.list(person.customer()).stream()
            .map(signIn -> SignInJson.of(signIn, person.signIn()))
            .toList());
  }

  @DELETE
  @Operation(summary = "Sign out everywhere else", operationId = "revokeOtherSignIns")
  @APIResponse(responseCode = "204", description = "Only the browser that asked is signed in")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  public Response revokeOthers() {
    signIns.revokeOthers(current.require());
    return PrivateAnswer.done();
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Sign out one browser", operationId = "revokeSignIn")
  @APIResponse(responseCode = "204", description = "It is signed out")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "404", description = "The customer is not signed in there")
  public Response revoke(@PathParam("id") long id) {
    SignedIn person = current.require();
    signIns.revoke(person.customer(), id);
    if (id == person.signIn()) {
      CustomerSession.close(request, response);
    }
    return PrivateAnswer.done();
  }
}
