package shop.emporium.web.shared;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/**
 * What everybody may see alike: caches keep it for one second and may show it one second more while
 * they fetch anew.
 */
public final class PublicAnswer {

  /** The promise of every public page and answer: at most two seconds old. */
  public static final String CACHE_CONTROL =
      "public, max-age=0, s-maxage=1, stale-while-revalidate=1";

  private PublicAnswer() {}

  /** An answer of the REST interface that caches may share. */
  public static Response of(Object entity) {
    return Response.ok(entity).header(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL).build();
  }
}
