package shop.emporium.web.chat;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponses;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import shop.emporium.ejb.chat.CannedReply;
import shop.emporium.ejb.chat.CannedReplyException;
import shop.emporium.ejb.chat.CannedReplyFields;
import shop.emporium.ejb.chat.CannedReplyService;
import shop.emporium.ejb.customer.SignedIn;
import shop.emporium.web.shared.JsonFields;
import shop.emporium.web.shared.PrivateAnswer;
import shop.emporium.web.shared.Problem;
import shop.emporium.web.shared.ProblemException;

/** Answers that are ready: agents read them, administrators write them. */
@Path("/agent/replies")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "staff")
@APIResponses({
  @APIResponse(responseCode = "401", description = "Nobody is signed in"),
  @APIResponse(responseCode = "403", description = "For agents; to write, for administrators")
})
public class ConsoleReplyResource {

  @Inject private CannedReplyService replies;
  @Inject private ConsoleGuard guard;

  @GET
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Answers that are ready",
      description =
          "For a conversation their places {name}, {agent} and {order} are filled, and those of its language come first.",
      operationId = "listReplies")
  @Parameter(
      name = "conversation",
      description = "For which they are filled; may be left out",
      schema = @Schema(type = SchemaType.INTEGER))
  @APIResponse(
      responseCode = "200",
      description = "All of them, at most 500",
      content = @Content(schema = @Schema(implementation = ConsoleJson.Replies.class)))
  @APIResponse(responseCode = "404", description = "There is no such conversation")
  public Response list(@QueryParam("conversation") String conversation) {
    SignedIn agent = guard.require();
    if (conversation == null) {
      return PrivateAnswer.of(ConsoleJson.Replies.of(replies.all()));
    }
    return PrivateAnswer.of(
        ConsoleJson.Replies.of(
            replies
                .filled(number(conversation), agent.name())
                .orElseThrow(() -> unknown("There is no such conversation."))));
  }

  @POST
  @Operation(summary = "Have an answer ready", operationId = "addReply")
  @RequestBody(content = @Content(schema = @Schema(implementation = ConsoleJson.TypedReply.class)))
  @APIResponse(
      responseCode = "201",
      description = "It is there",
      content = @Content(schema = @Schema(implementation = ConsoleJson.Reply.class)))
  @APIResponse(responseCode = "400", description = "The violations say which field is wrong")
  @APIResponse(responseCode = "409", description = "Another has its shortcut, or there are 500")
  public Response add(JsonValue body) {
    guard.requireAdministrator();
    CannedReplyFields fields = read(body);
    try {
      return PrivateAnswer.of(Response.Status.CREATED, shown(replies.add(fields), fields));
    } catch (CannedReplyException refused) {
      throw problem(refused);
    }
  }

  @PUT
  @Path("{id}")
  @Operation(summary = "Say an answer otherwise", operationId = "changeReply")
  @RequestBody(content = @Content(schema = @Schema(implementation = ConsoleJson.TypedReply.class)))
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content = @Content(schema = @Schema(implementation = ConsoleJson.Reply.class)))
  @APIResponse(responseCode = "400", description = "The violations say which field is wrong")
  @APIResponse(responseCode = "404", description = "There is no such answer")
  @APIResponse(responseCode = "409", description = "Another has its shortcut")
  public Response change(@PathParam("id") String id, JsonValue body) {
    guard.requireAdministrator();
    CannedReplyFields fields = read(body);
    try {
      replies.change(number(id), fields);
      return PrivateAnswer.of(shown(number(id), fields));
    } catch (CannedReplyException refused) {
      throw problem(refused);
    }
  }

  @DELETE
  @Path("{id}")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Have an answer no more", operationId = "deleteReply")
  @APIResponse(responseCode = "204", description = "It is gone")
  @APIResponse(responseCode = "404", description = "There is no such answer")
  public Response delete(@PathParam("id") String id) {
    guard.requireAdministrator();
    try {
      replies.delete(number(id));
      return PrivateAnswer.done();
    } catch (CannedReplyException refused) {
      throw problem(refused);
    }
  }

  private static CannedReplyFields read(JsonValue body) {
    JsonFields fields = JsonFields.of(body);
    CannedReplyFields typed =
        CannedReplyFields.typed(
            fields.text("shortcut"),
            fields.text("language"),
            fields.text("title"),
            fields.text("body"));
    fields.check();
    return typed;
  }

  private static ConsoleJson.Reply shown(long id, CannedReplyFields fields) {
    return ConsoleJson.Reply.of(
        new CannedReply(id, fields.shortcut(), fields.language(), fields.title(), fields.body()));
  }

  private static long number(String typed) {
    // What is no number is nobody's.
    return typed.matches("[1-9][0-9]{0,14}") ? Long.parseLong(typed) : 0;
  }

  private static ProblemException unknown(String detail) {
    return new ProblemException(Problem.notFound(detail));
  }

  private static ProblemException problem(CannedReplyException refused) {
    return switch (refused.getFault()) {
      case UNKNOWN -> unknown("There is no such answer.");
      case TAKEN ->
          new ProblemException(
              Problem.of(
                  409,
                  "shortcut-taken",
                  "Another answer has this shortcut",
                  "Choose another shortcut, or change that answer."));
      case TOO_MANY ->
          new ProblemException(
              Problem.of(
                  409,
                  "too-many-replies",
                  "There are too many answers",
                  "Delete one that nobody needs."));
    };
  }
}
