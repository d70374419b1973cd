package shop.emporium.web.shared;

import jakarta.ejb.EJBException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** Tells a database that is away, which passes, from a fault of the shop, which does not. */
public final class DatabaseFailure {

  private DatabaseFailure() {}

  /**
   * Whether this failed because the database could not be reached or was shutting down: SQL states
   * of class 08 and 57P, or a pool that has no connection to give.
   */
  public static boolean isBehind(Throwable failure) {
    Set<Throwable> seen = new HashSet<>();
    for (Throwable cause = failure; cause != null && seen.add(cause); cause = next(cause)) {
      if (cause instanceof SQLException sql && isConnectionState(sql.getSQLState())) {
        return true;
      }
      // The pool's own exception; its class lives in a module that deployments do not see.
      if (cause.getClass().getName().equals("jakarta.resource.ResourceException")
          || (cause.getMessage() != null && cause.getMessage().startsWith("IJ0004"))) {
        return true;
      }
    }
    return false;
  }

  private static Throwable next(Throwable failure) {
    if (failure instanceof EJBException ejb && ejb.getCausedByException() != null) {
      return ejb.getCausedByException();
    }
    return failure.getCause();
  }

  private static boolean isConnectionState(String state) {
    return state != null
        && (state.startsWith("08") || state.startsWith("57P") || state.equals("53300"));
  }
}
