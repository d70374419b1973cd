package shop.emporium.ejb.shared;

import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;

/**
 * PostgreSQL, also where it could not be asked.
 *
 * <p>Hibernate takes a connection when the shop is deployed, to ask which database it is. Where
 * none comes in that moment, the deployment goes on with what is said here, and {@link
 * SchemaMigration} waits for the database.
 */
public final class StoreDialect extends PostgreSQLDialect {

  /** The oldest on which the shop can be expected to run. */
  private static final DatabaseVersion OLDEST = DatabaseVersion.make(15);

  /** Where the database could not be asked. */
  public StoreDialect() {
    super(OLDEST);
  }

  /** As the database says. */
  public StoreDialect(DialectResolutionInfo info) {
    super(info);
  }
}
