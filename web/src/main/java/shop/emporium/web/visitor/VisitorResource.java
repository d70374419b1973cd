package shop.emporium.web.visitor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import shop.emporium.web.shared.PrivateAnswer;

/**
 * What is personal about a page. Pages are the same for everybody and cached; a script asks here
 * afterwards and fills in the rest.
 */
@Path("/me")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "visitor")
public class VisitorResource {

  @Inject private CurrentVisitor visitor;

  @GET
  @Operation(summary = "Who is asking", operationId = "getMe")
  @APIResponse(
      responseCode = "200",
      description = "The visitor; a guest is signed in nowhere and has no name",
      content = @Content(schema = @Schema(implementation = VisitorJson.class)))
  public Response me() {
    return PrivateAnswer.of(visitor.show());
  }
}
