package shop.emporium.web.support;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletResponse;
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

/** The forms of the contact page, for anybody. */
@Path("/contact")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "support")
public class ContactResource {

  @Inject private FormCall calls;

  /**
   * A question.
   *
   * @param name of who asks; not needed of a customer
   * @param email where the answer goes; not needed of a customer
   * @param orderNumber which order it is about; may be missing
   * @param language of the answer: en, which it is unless told, or de
   * @param id made by the client: sent again with the same id it is the same question
   */
  public record Question(
      String name,
      String email,
      String subject,
      String orderNumber,
      String message,
      String language,
      String id) {}

  /**
   * The wish to be called.
   *
   * @param email may be missing
   * @param bestTime when it suits, in words
   * @param note what it is about; may be missing
   * @param id made by the client: sent again with the same id it is the same wish
   */
  public record CallBack(
      String name,
      String phone,
      String email,
      String bestTime,
      String note,
      String language,
      String id) {}

  @POST
  @Operation(
      summary = "Ask something",
      description = "It becomes a ticket, and is answered by mail. A guest gets a cookie to it.",
      operationId = "contact")
  @RequestBody(content = @Content(schema = @Schema(implementation = Question.class)))
  @APIResponse(
      responseCode = "201",
      description = "It is kept",
      content = @Content(schema = @Schema(implementation = FormCall.Kept.class)))
  @APIResponse(responseCode = "400", description = "The violations say which field is wrong")
  @APIResponse(responseCode = "429", description = "Too often; Retry-After says when again")
  public Response ask(JsonValue body, @Context HttpServletResponse response) {
    return calls.ask(body, response);
  }

  @POST
  @Path("call-back")
  @Operation(summary = "Ask to be called", operationId = "askForCall")
  @RequestBody(content = @Content(schema = @Schema(implementation = CallBack.class)))
  @APIResponse(
      responseCode = "201",
      description = "It is kept",
      content = @Content(schema = @Schema(implementation = FormCall.Kept.class)))
  @APIResponse(responseCode = "400", description = "The violations say which field is wrong")
  @APIResponse(responseCode = "429", description = "Too often; Retry-After says when again")
  public Response callBack(JsonValue body, @Context HttpServletResponse response) {
    return calls.callBack(body, response);
  }
}
