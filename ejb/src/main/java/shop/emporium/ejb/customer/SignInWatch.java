package shop.emporium.ejb.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;
import shop.emporium.ejb.shared.IdLookup;

/**
 * Tells which of many sign-ins still hold: for connections that outlive the request that made them.
 * To be asked about does not make a sign-in last.
 */
@ApplicationScoped
public class SignInWatch {

  private static final String HOLDING =
      """
      SELECT s.id FROM sign_in s JOIN customer c ON c.id = s.customer_id
       WHERE s.id = ANY (?) AND s.revoked_at IS NULL AND s.expires_at > now() AND c.erased_at IS NULL
      """;

  @Inject private IdLookup ids;

  /**
   * Those of these sign-ins that hold, by their ids.
   *
   * @throws shop.emporium.ejb.shared.DatabaseAwayException when the database cannot be asked
   */
  public Set<Long> holding(Collection<Long> signIns) {
    return ids.find(HOLDING, signIns);
  }
}
