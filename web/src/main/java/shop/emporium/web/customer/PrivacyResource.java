package shop.emporium.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import shop.emporium.ejb.customer.PrivacyService;
import shop.emporium.web.shared.PrivateAnswer;

/** All that is held about a customer, to read and to have forgotten. */
@Path("/me")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "account")
public class PrivacyResource {

  @Inject private PrivacyService privacy;
  @Inject private CurrentCustomer current;
  @Context private HttpServletRequest request;
  @Context private HttpServletResponse response;

  @GET
  @Path("export")
  @Operation(
      summary = "All that the shop holds about the customer",
      description = "A file of JSON with a member for each kind of record.",
      operationId = "exportMe")
  @APIResponse(responseCode = "200", description = "The file")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  public Response export() {
    return Response.fromResponse(PrivateAnswer.of(privacy.export(current.require().customer())))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"emporium-account.json\"")
        .build();
  }

  @DELETE
  @Operation(
      summary = "Erase the account",
      description =
          "All browsers are signed out, addresses and links are deleted; what orders need stays without the person.",
      operationId = "eraseMe")
  @APIResponse(responseCode = "204", description = "The account is erased")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  public Response erase() {
    privacy.erase(current.require().customer());
    CustomerSession.close(request, response);
    return PrivateAnswer.done();
  }
}
