package shop.emporium.ejb.shared;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Does something again that the database refused because somebody else was doing the like at the
 * same moment. What is done must be a whole transaction, for nothing of a refused one is left.
 *
 * <p>Three times at most: who is refused that often is told so, and the machine is spared.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Retries {

  static final int MOST = 3;

  private static final System.Logger LOG = System.getLogger(Retries.class.getName());

  /** Serialization failure, deadlock, and what is there already: somebody else came first. */
  private static final Set<String> PASSING = Set.of("40001", "40P01", "23505");

  /** Runs a transaction, again if it was refused for a reason that passes. */
  public <T> T run(Supplier<T> transaction) {
    for (int attempt = 1; ; attempt++) {
      try {
        return transaction.get();
      } catch (RuntimeException refused) {
        if (attempt == MOST || !isPassing(refused)) {
          throw refused;
        }
        LOG.log(System.Logger.Level.DEBUG, "Attempt " + attempt + " met another", refused);
      }
    }
  }

  static boolean isPassing(Throwable failure) {
    Throwable cause = failure;
    // Causes have been seen to go round in circles.
    for (int depth = 0; cause != null && depth < 20; depth++) {
      if (cause instanceof SQLException sql
          && PASSING.contains(String.valueOf(sql.getSQLState()))) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
