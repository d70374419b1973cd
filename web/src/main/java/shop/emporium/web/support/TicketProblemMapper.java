package shop.emporium.web.support;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import shop.emporium.ejb.chat.TicketException;
import shop.emporium.web.shared.Problem;

/** Tells by a problem why something about a ticket cannot be done. */
@Provider
public class TicketProblemMapper implements ExceptionMapper<TicketException> {

  @Override
  public Response toResponse(TicketException refused) {
    return switch (refused.getFault()) {
      case UNKNOWN -> unknown().toResponse();
      case CHATTING ->
          Problem.of(
                  409,
                  "chat-goes-on",
                  refused.getMessage(),
                  "It was a chat. Say it in the one that goes on.")
              .toResponse();
    };
  }

  /** There is none of this number, or it is somebody else's. */
  static Problem unknown() {
    return Problem.notFound("There is no such ticket, or it is not yours.");
  }
}
