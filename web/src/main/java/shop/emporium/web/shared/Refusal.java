package shop.emporium.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Ends a request that a filter does not let through: as a problem for programs, as a page for
 * people.
 */
final class Refusal {

  private Refusal() {}

  /** Whether a program asks, and not a person's browser for a page. */
  static boolean isForPrograms(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/")
        || request.getRequestURI().startsWith("/internal/");
  }

  static void send(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    if (request.getRequestURI().startsWith("/api/")
        || request.getRequestURI().startsWith("/internal/")) {
      byte[] body = problem.toJson().toString().getBytes(StandardCharsets.UTF_8);
      response.setStatus(problem.status());
      response.setContentType(Problem.MEDIA_TYPE.toString());
      response.setHeader("Cache-Control", "no-store");
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
    } else {
      response.sendError(problem.status());
    }
  }
}
