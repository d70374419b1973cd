package shop.emporium.web.cluster;

import static shop.emporium.ejb.shared.JsonCodec.JSON;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import shop.emporium.ejb.shared.DatabaseProbe;

/**
 * Whether this node lives, and whether it is ready: on the node's own port, in the form of
 * MicroProfile Health.
 *
 * <p>WildFly's own health endpoint, on the management port, tells the same of the server; but it
 * does not find the health checks of an EAR (WFLY-12835), so the shop answers for itself here. A
 * suspended node answers 503 to everything.
 */
@WebServlet({"/health/live", "/health/ready"})
public class HealthServlet extends HttpServlet {

  @Inject private transient DatabaseProbe database;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<String> complaint =
        request.getServletPath().endsWith("ready") ? database.complaint() : Optional.empty();
    response.setStatus(
        complaint.isEmpty()
            ? HttpServletResponse.SC_OK
            : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().write(report(request.getServletPath(), complaint).toString());
  }

  private static JsonObject report(String path, Optional<String> complaint) {
    String status = complaint.isEmpty() ? "UP" : "DOWN";
    JsonObjectBuilder check =
        JSON.createObjectBuilder()
            .add("name", path.endsWith("ready") ? "database" : "node")
            .add("status", status);
    complaint.ifPresent(
        reason -> check.add("data", JSON.createObjectBuilder().add("reason", reason)));
    return JSON.createObjectBuilder()
        .add("status", status)
        .add("checks", JSON.createArrayBuilder().add(check))
        .build();
  }
}
