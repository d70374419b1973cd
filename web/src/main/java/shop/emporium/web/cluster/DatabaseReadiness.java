package shop.emporium.web.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import shop.emporium.ejb.shared.DatabaseProbe;

/**
 * A node is ready when its database answers; {@code /health/ready} says what is missing otherwise.
 */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {

  @Inject private DatabaseProbe database;

  @Override
  public HealthCheckResponse call() {
    Optional<String> complaint = database.complaint();
    return complaint
        .map(
            reason ->
                HealthCheckResponse.named("database").down().withData("reason", reason).build())
        .orElseGet(() -> HealthCheckResponse.up("database"));
  }
}
