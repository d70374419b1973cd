package shop.emporium.ejb.shared;

import jakarta.ejb.ApplicationException;
import java.sql.SQLException;

/** The database could not be asked; the reason is the cause. Pages say "back in a moment". */
@ApplicationException(rollback = true)
public class DatabaseAwayException extends RuntimeException {

  public DatabaseAwayException(SQLException cause) {
    super(cause);
  }
}
