package shop.emporium.web.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import shop.emporium.web.shared.Problem;

/** Lets only the operator pass, who has the token that only this installation's scripts know. */
@ApplicationScoped
public class OperatorFilter implements ContainerRequestFilter {

  @Inject
  @ConfigProperty(name = "store.operator.token")
  private Optional<String> token;

  @Override
  public void filter(ContainerRequestContext request) {
    if (!isOperator(request.getHeaderString(HttpHeaders.AUTHORIZATION))) {
      request.abortWith(
          Problem.of(
                  401,
                  "operator-only",
                  "For the operator only",
                  "Use scripts/store on the shop's own machine.")
              .toResponse());
    }
  }

  /** Compares in constant time; without a configured token nobody is the operator. */
  private boolean isOperator(String authorization) {
    return authorization != null
        && token.isPresent()
        && MessageDigest.isEqual(
            ("Bearer " + token.get()).getBytes(StandardCharsets.UTF_8),
            authorization.getBytes(StandardCharsets.UTF_8));
  }
}
