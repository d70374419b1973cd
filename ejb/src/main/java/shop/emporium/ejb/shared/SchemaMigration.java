package shop.emporium.ejb.shared;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.hibernate.SessionFactory;

/**
 * Brings the database to the schema of this release when a node starts, then has Hibernate check
 * its mappings against it.
 *
 * <p>Nodes that start at the same time wait for each other on Flyway's lock; the first one
 * migrates. A database that is away is waited for. A node whose schema cannot be made right does
 * not start. Hibernate's own check at deployment would come before the migration, so it is switched
 * off and asked for here.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {

  private static final System.Logger LOG = System.getLogger(SchemaMigration.class.getName());

  /**
   * Two minutes where connections are refused, four where they do not come: the server gives up a
   * start after five, unless it is told otherwise.
   */
  private static final int CONNECT_TRIES = 25;

  /** The most between two tries. */
  private static final int CONNECT_SECONDS = 5;

  @Resource(lookup = "java:jboss/datasources/StoreDS")
  private DataSource dataSource;

  @PersistenceUnit private EntityManagerFactory entityManagers;

  @PostConstruct
  void migrate() {
    MigrateResult result =
        Flyway.configure(getClass().getClassLoader())
            .dataSource(dataSource)
            // The cluster's discovery table may be there first, and is none of Flyway's business.
            .baselineOnMigrate(true)
            .baselineVersion("0")
            .connectRetries(CONNECT_TRIES)
            .connectRetriesInterval(CONNECT_SECONDS)
            .load()
            .migrate();
    entityManagers.unwrap(SessionFactory.class).getSchemaManager().validateMappedObjects();
    LOG.log(
        System.Logger.Level.INFO,
        "Schema is at version {0}, {1} migrations applied now",
        result.targetSchemaVersion == null
            ? result.initialSchemaVersion
            : result.targetSchemaVersion,
        result.migrationsExecuted);
  }
}
