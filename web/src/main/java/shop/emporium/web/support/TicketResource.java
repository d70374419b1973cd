package shop.emporium.web.support;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import shop.emporium.ejb.chat.ChatOwner;
import shop.emporium.ejb.support.SupportService;
import shop.emporium.ejb.support.TicketAnswer;
import shop.emporium.web.shared.JsonFields;
import shop.emporium.web.shared.PrivateAnswer;
import shop.emporium.web.shared.Problem;
import shop.emporium.web.shared.ProblemException;

/**
 * One's own tickets: a customer's, or those that a guest's cookies open. Somebody else's is not
 * there.
 */
@Path("/support/tickets")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "support")
public class TicketResource {

  @Inject private SupportService support;
  @Inject private TicketOwner owner;
  @Inject private FormCall calls;

  /**
   * What is added to a ticket.
   *
   * @param id made by the client: sent again with the same id it is the same message
   */
  public record Addition(String message, String id) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Open a ticket",
      description = "As POST /contact: a customer needs only subject and message.",
      operationId = "openTicket")
  @RequestBody(
      content = @Content(schema = @Schema(implementation = ContactResource.Question.class)))
  @APIResponse(
      responseCode = "201",
      description = "It is open",
      content = @Content(schema = @Schema(implementation = FormCall.Kept.class)))
  @APIResponse(responseCode = "400", description = "The violations say which field is wrong")
  @APIResponse(responseCode = "429", description = "Too often; Retry-After says when again")
  public Response open(JsonValue body, @Context HttpServletResponse response) {
    return calls.ask(body, response);
  }

  @GET
  @Operation(
      summary = "One's own tickets, those first in which something was said last",
      operationId = "listTickets")
  @APIResponse(
      responseCode = "200",
      description = "A page of them",
      content = @Content(schema = @Schema(implementation = TicketJson.Page.class)))
  @APIResponse(responseCode = "400", description = "There is no such page")
  @APIResponse(responseCode = "401", description = "Nobody is signed in, and no cookie opens any")
  public Response list(
      @QueryParam("page") @DefaultValue("1") int page,
      @QueryParam("size") @DefaultValue("20") int size) {
    return PrivateAnswer.of(TicketJson.Page.of(support.list(require(), page, size)));
  }

  @GET
  @Path("{number}")
  @Operation(
      summary = "One of one's own tickets with what was said in it",
      operationId = "getTicket")
  @APIResponse(
      responseCode = "200",
      description = "The ticket, and the last 200 messages",
      content = @Content(schema = @Schema(implementation = TicketJson.Whole.class)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in, and no cookie opens any")
  @APIResponse(responseCode = "404", description = "There is no such ticket of one's own")
  public Response show(@PathParam("number") long number) {
    return support
        .find(require(number), number)
        .map(ticket -> PrivateAnswer.of(TicketJson.Whole.of(ticket)))
        .orElseThrow(() -> new ProblemException(TicketProblemMapper.unknown()));
  }

  @POST
  @Path("{number}/messages")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Add something to a ticket",
      description = "One that is done is open again.",
      operationId = "answerTicket")
  @RequestBody(content = @Content(schema = @Schema(implementation = Addition.class)))
  @APIResponse(
      responseCode = "201",
      description = "It is kept",
      content = @Content(schema = @Schema(implementation = TicketJson.Added.class)))
  @APIResponse(responseCode = "400", description = "The violations say which field is wrong")
  @APIResponse(responseCode = "401", description = "Nobody is signed in, and no cookie opens any")
  @APIResponse(responseCode = "404", description = "There is no such ticket of one's own")
  @APIResponse(responseCode = "409", description = "It was a chat, and another one goes on")
  @APIResponse(responseCode = "429", description = "Too often; Retry-After says when again")
  public Response answer(@PathParam("number") long number, JsonValue body) {
    ChatOwner person = require(number);
    JsonFields fields = JsonFields.of(body);
    TicketAnswer answer = TicketAnswer.typed(fields.text("message"));
    String id = FormCall.id(fields);
    fields.check();
    return PrivateAnswer.of(
        Response.Status.CREATED, new TicketJson.Added(support.answer(person, number, id, answer)));
  }

  /** Of a mailed link only its ticket is one's own; what else is asked for is nobody's then. */
  private ChatOwner require(long number) {
    return owner.find(number).orElseGet(this::require);
  }

  private ChatOwner require() {
    return owner
        .find()
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(
                        401,
                        "sign-in-required",
                        "For those who have asked something",
                        "Sign in by POST /session, or keep the cookie that came with the ticket.")));
  }
}
