package shop.emporium.web.chat;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import shop.emporium.domain.shared.Secret;
import shop.emporium.ejb.chat.ChatKeys;
import shop.emporium.ejb.chat.ChatOwner;
import shop.emporium.ejb.chat.TalkHead;
import shop.emporium.ejb.chat.TalkReader;
import shop.emporium.ejb.customer.SignedIn;
import shop.emporium.web.customer.CurrentCustomer;
import shop.emporium.web.shared.PrivateAnswer;

/** Lets somebody who wants to chat be known, before the socket is opened. */
@Path("/chat")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "chat")
public class ChatResource {

  @Inject private CurrentCustomer current;
  @Inject private ChatKeys keys;
  @Inject private TalkReader reader;
  @Inject private ShownPresence shown;
  @Context private HttpServletRequest request;
  @Context private HttpServletResponse response;

  /**
   * Who chats.
   *
   * @param conversation 0 where none goes on
   * @param agents whether somebody is there: online, away, offline
   */
  public record Started(boolean signedIn, long conversation, String agents) {}

  @POST
  @Operation(
      summary = "Begin to chat",
      description =
          "Gives a guest the cookie by which WS /chat knows who speaks. Makes nothing else: a"
              + " conversation begins with its first message.",
      operationId = "startChat")
  @APIResponse(
      responseCode = "200",
      description = "Known; open WS /chat now",
      content = @Content(schema = @Schema(implementation = Started.class)))
  public Response start() {
    Optional<Long> customer = current.find().map(SignedIn::customer);
    Optional<Secret> key = ChatCookie.read(request);
    Optional<Long> visitor = key.flatMap(keys::visitorOf);
    if (visitor.isPresent()) {
      keys.renew(key.get());
      ChatCookie.write(request, response, key.get());
    } else if (customer.isEmpty()) {
      Secret fresh = keys.newVisitor();
      ChatCookie.write(request, response, fresh);
      return answer(new Started(false, 0, shown.now().code()));
    }
    long conversation =
        reader.current(new ChatOwner(customer, visitor)).map(TalkHead::id).orElse(0L);
    return answer(new Started(customer.isPresent(), conversation, shown.now().code()));
  }

  private static Response answer(Started started) {
    return PrivateAnswer.of(started);
  }
}
