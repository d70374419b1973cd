package shop.emporium.web.chat;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import shop.emporium.domain.chat.FileKind;
import shop.emporium.ejb.chat.ChatFile;
import shop.emporium.ejb.chat.ChatFileContent;
import shop.emporium.ejb.chat.ChatFileException;
import shop.emporium.ejb.chat.ChatFileFault;
import shop.emporium.ejb.chat.ChatFiles;
import shop.emporium.ejb.chat.ChatKeys;
import shop.emporium.ejb.chat.ChatOwner;
import shop.emporium.ejb.chat.TicketKeys;
import shop.emporium.ejb.customer.SignedIn;
import shop.emporium.web.customer.CurrentCustomer;
import shop.emporium.web.customer.StaffGuard;
import shop.emporium.web.shared.PrivateAnswer;
import shop.emporium.web.shared.Problem;
import shop.emporium.web.shared.RefusalLog;

/**
 * The files that people show each other in a chat: brought here, then named by a message.
 *
 * <p>Who is signed in is known by the session, a guest by the cookie. People who work here see all;
 * one of them who shops is a shopper where it says so.
 */
@Path("/chat/files")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "chat")
public class ChatFileResource {

  private static final RefusalLog REFUSALS = new RefusalLog(ChatFileResource.class);

  /** What is given out runs nothing and loads nothing, whatever it is taken for. */
  private static final String POLICY = "default-src 'none'; sandbox";

  @Inject private ChatFiles files;
  @Inject private ChatKeys keys;
  @Inject private TicketKeys links;
  @Inject private CurrentCustomer current;
  @Inject private StaffGuard staff;
  @Context private HttpServletRequest request;

  /** What was kept. */
  public record FileJson(
      UUID id, String name, @Schema(examples = "application/pdf") String type, int size) {

    static FileJson of(ChatFile file) {
      return new FileJson(file.id(), file.name(), file.kind().contentType(), file.size());
    }
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Bring a file to show it in a conversation",
      description =
          "The file is the body: JPEG, PNG, GIF, WebP or PDF, told by its content. A conversation"
              + " takes 20 files and 40 MB. What no message names is thrown away after a day.",
      operationId = "uploadChatFile")
  @RequestBody(content = @Content(mediaType = "application/octet-stream"))
  @APIResponse(
      responseCode = "201",
      description = "It is kept: say its id on WS /chat",
      content = @Content(schema = @Schema(implementation = FileJson.class)))
  @APIResponse(responseCode = "400", description = "The number of the conversation is none")
  @APIResponse(responseCode = "404", description = "No such conversation of one's own")
  @APIResponse(responseCode = "409", description = "The conversation has as many files as it takes")
  @APIResponse(responseCode = "413", description = "More than 5 MB")
  @APIResponse(responseCode = "415", description = "Not one of these kinds, or not a whole file")
  public Response bring(
      @Parameter(description = "Its number; 0 is the shopper's chat that goes on")
          @QueryParam("conversation")
          @DefaultValue("0")
          String conversation,
      @Parameter(description = "What the sender calls it") @QueryParam("name") String name,
      @Parameter(description = "\"agent\" where somebody who works here answers with it")
          @QueryParam("as")
          String as,
      InputStream body)
      throws IOException {
    if (!conversation.matches("[0-9]{1,18}")) {
      return Problem.invalid(
              List.of(new Problem.Violation("conversation", "must be the number of one, or 0")))
          .toResponse();
    }
    // Before a byte is read: who says that it is too much need not send it.
    if (request.getContentLengthLong() > FileKind.MAX_BYTES) {
      return refuse(ChatFileFault.TOO_LARGE);
    }
    long number = Long.parseLong(conversation);
    boolean isOfAgent = "agent".equals(as) && staff.isHere();
    Optional<ChatOwner> owner = owner();
    if (owner.isEmpty()) {
      return refuse(ChatFileFault.UNKNOWN_CONVERSATION);
    }
    byte[] content = body == null ? new byte[0] : body.readNBytes(FileKind.MAX_BYTES + 1);
    try {
      ChatFile kept =
          isOfAgent
              ? files.bringAsAgent(number, name, content)
              : files.bring(owner.orElseThrow(), number, name, content);
      return PrivateAnswer.of(Response.Status.CREATED, FileJson.of(kept));
    } catch (ChatFileException refused) {
      return refuse(refused.getFault());
    }
  }

  private Response refuse(ChatFileFault fault) {
    REFUSALS.tell("A file", request.getRemoteAddr(), fault.name());
    return ChatFileProblem.of(fault).toResponse();
  }

  @GET
  @Path("{id}")
  @Produces(MediaType.WILDCARD)
  @Operation(
      summary = "A file of a conversation that one takes part in",
      description = "Pictures may be shown in a page; everything else is to be stored.",
      operationId = "downloadChatFile")
  @APIResponse(responseCode = "200", description = "Its bytes, with its media type and name")
  @APIResponse(responseCode = "304", description = "It is the one that the caller has")
  @APIResponse(responseCode = "404", description = "No such file in a conversation of one's own")
  public Response read(
      @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
    Optional<ChatFileContent> found = id(id).flatMap(this::find);
    if (found.isEmpty()) {
      return Problem.notFound("There is no such file in a conversation of yours.").toResponse();
    }
    ChatFile file = found.orElseThrow().file();
    String tag = "\"" + file.id() + "\"";
    // A file never changes; whether one may still see it is asked each time.
    boolean isKnown = known != null && known.contains(tag);
    Response.ResponseBuilder answer =
        isKnown
            ? Response.notModified()
            : Response.ok(found.orElseThrow().bytes(), file.kind().contentType())
                .header(HttpHeaders.CONTENT_LENGTH, file.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, FileDisposition.of(file));
    return answer
        .header(HttpHeaders.ETAG, tag)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", POLICY)
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .build();
  }

  private Optional<ChatFileContent> find(UUID id) {
    if (staff.isHere()) {
      return files.readAsAgent(id);
    }
    return owner()
        .flatMap(owner -> files.read(owner, id))
        .or(
            () ->
                links
                    .ownerOfFile(TicketCookie.read(request), id)
                    .flatMap(guest -> files.read(guest, id)));
  }

  private Optional<ChatOwner> owner() {
    Optional<Long> customer = current.find().map(SignedIn::customer);
    Optional<Long> visitor = ChatCookie.read(request).flatMap(keys::visitorOf);
    return customer.isEmpty() && visitor.isEmpty()
        ? Optional.empty()
        : Optional.of(new ChatOwner(customer, visitor));
  }

  private static Optional<UUID> id(String text) {
    return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }
}
