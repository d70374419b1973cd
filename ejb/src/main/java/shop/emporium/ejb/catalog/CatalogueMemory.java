package shop.emporium.ejb.catalog;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import javax.sql.DataSource;
import shop.emporium.ejb.shared.DatabaseAwayException;

/**
 * What this node remembers of the catalogue, never older than {@link #FRESH_FOR} when it is asked.
 *
 * <p>The database is the truth; this is a copy in the form that lists need, and every node has its
 * own. Before a node answers it looks into the log of changes, one small statement, unless it did a
 * moment ago, and reads again just what changed. Without the database it answers nothing.
 */
@ApplicationScoped
public class CatalogueMemory {

  /** How long what was read is taken as it is: the log is read 40 times a second at most. */
  static final Duration FRESH_FOR = Duration.ofMillis(25);

  /** The log keeps changes for longer than this; who has not looked for so long starts afresh. */
  static final Duration LOG_TRUSTED_FOR = Duration.ofMinutes(20);

  /** From so many changed products on it is quicker to read all of them. */
  private static final int MANY = 20_000;

  private static final System.Logger LOG = System.getLogger(CatalogueMemory.class.getName());

  @Resource(lookup = "java:jboss/datasources/StoreDS")
  private DataSource dataSource;

  @Inject private CatalogueCache cache;

  private final ReentrantLock reading = new ReentrantLock();
  private final ReentrantReadWriteLock shelvesLock = new ReentrantReadWriteLock();
  private final ChangeLog log = new ChangeLog();
  private Shelves shelves;
  private long lookedAt;
  private volatile long freshUntil;

  /** Looks into the log of changes, unless that was done a moment ago. */
  void refresh() {
    if (shelves != null && System.nanoTime() - freshUntil < 0) {
      return;
    }
    reading.lock();
    try {
      // Whoever waited for another one's look has what that one saw.
      if (shelves == null || System.nanoTime() - freshUntil >= 0) {
        catchUp();
      }
    } catch (SQLException failed) {
      throw new DatabaseAwayException(failed);
    } finally {
      reading.unlock();
    }
  }

  /** Answers a question to the shelves as they are; no change is made to them meanwhile. */
  <T> T ask(Function<Shelves, T> question) {
    shelvesLock.readLock().lock();
    try {
      return question.apply(shelves);
    } finally {
      shelvesLock.readLock().unlock();
    }
  }

  private void catchUp() throws SQLException {
    long now = System.nanoTime();
    try (Connection connection = dataSource.getConnection()) {
      if (shelves == null || now - lookedAt > LOG_TRUSTED_FOR.toNanos()) {
        loadAll(connection);
      } else {
        ChangeLog.Changes changes = log.read(connection);
        if (!changes.isEmpty()) {
          apply(connection, changes);
        }
      }
    }
    lookedAt = now;
    freshUntil = now + FRESH_FOR.toNanos();
  }

  private void apply(Connection connection, ChangeLog.Changes changes) throws SQLException {
    if (changes.everything() || changes.products().size() > MANY) {
      loadAll(connection);
      return;
    }
    inOneSnapshot(connection, () -> reread(connection, changes));
    if (shelves.columns().isWasteful()) {
      loadAll(connection);
    } else {
      cache.forget(changes);
    }
  }

  /** Nobody waits while the database is read, only while what it said is put in its place. */
  private void reread(Connection connection, ChangeLog.Changes changes) throws SQLException {
    CategoryTree tree = changes.categories() ? CategoryQueries.tree(connection) : null;
    ColumnsLoader.Reread products =
        changes.products().isEmpty()
            ? null
            : new ColumnsLoader(connection).reread(changes.products());
    shelvesLock.writeLock().lock();
    try {
      if (tree != null) {
        shelves.plant(tree);
      }
      if (products != null) {
        products.putInto(shelves);
      }
    } finally {
      shelvesLock.writeLock().unlock();
    }
  }

  private void loadAll(Connection connection) throws SQLException {
    long began = System.nanoTime();
    log.begin(connection);
    Shelves fresh = new Shelves();
    inOneSnapshot(
        connection,
        () -> {
          fresh.plant(CategoryQueries.tree(connection));
          new ColumnsLoader(connection).loadAll(fresh);
        });
    shelvesLock.writeLock().lock();
    try {
      shelves = fresh;
    } finally {
      shelvesLock.writeLock().unlock();
    }
    cache.forgetAll();
    LOG.log(
        Level.INFO,
        "The catalogue is in memory: {0} products, {1} ms",
        fresh.columns().size(),
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
  }

  /** Reading in parts and from one moment's state needs a transaction. */
  private static void inOneSnapshot(Connection connection, Reading work) throws SQLException {
    boolean commits = connection.getAutoCommit();
    connection.setAutoCommit(false);
    try {
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
      }
      work.run();
      connection.commit();
    } catch (SQLException | RuntimeException failed) {
      connection.rollback();
      throw failed;
    } finally {
      connection.setAutoCommit(commits);
    }
  }

  @FunctionalInterface
  private interface Reading {
    void run() throws SQLException;
  }

  /** How many products are listed in each category and below it, by its slug. */
  Map<String, Integer> categoryCounts() {
    return ask(Shelves::categoryCounts);
  }
}
