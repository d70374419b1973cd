package shop.emporium.web.shared;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** What is of one visitor: nobody keeps it. */
public final class PrivateAnswer {

  private static final String CACHE_CONTROL = "private, no-store";

  private PrivateAnswer() {}

  /** An answer with content. */
  public static Response of(Object entity) {
    return of(Response.Status.OK, entity);
  }

  /** An answer of another status, with content. */
  public static Response of(Response.Status status, Object entity) {
    return Response.status(status)
        .header(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL)
        .entity(entity)
        .build();
  }

  /** It is done, and there is nothing to tell. */
  public static Response done() {
    return Response.noContent().header(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL).build();
  }

  /** It was heard; what becomes of it is told elsewhere. */
  public static Response heard() {
    return Response.accepted().header(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL).build();
  }
}
