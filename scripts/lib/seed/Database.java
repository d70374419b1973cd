import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A connection to the shop's database, and the few ways in which a load uses it. */
final class Database implements AutoCloseable {

  private final Connection connection;

  Database() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", System.getenv("STORE_DB_USER"));
    properties.setProperty("password", System.getenv("STORE_DB_PASSWORD"));
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("ApplicationName", "store seed");
    connection = DriverManager.getConnection(System.getenv("STORE_DB_URL"), properties);
    // Sorting and the making of indexes may take more than a server for many small statements gives.
    execute("SET maintenance_work_mem = '512MB'");
    execute("SET work_mem = '64MB'");
    execute("SET lock_timeout = '60s'");
    // Each of thousands of statements would be a line of the server's log; only its owner may say otherwise.
    execute("SELECT set_config('log_min_duration_statement', '-1', false) FROM pg_roles WHERE rolname = current_user AND rolsuper");
    // A crash loses at most the last second of a load, which would be repeated anyway.
    execute("SET synchronous_commit = off");
  }

  Connection connection() {
    return connection;
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Runs a statement; gives how many rows it changed. */
  long update(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = prepare(sql, values)) {
      return statement.executeLargeUpdate();
    }
  }

  /** The first column of the first row, or 0. */
  long number(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = prepare(sql, values);
        ResultSet rows = statement.executeQuery()) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  /** The first column of all rows. */
  List<String> texts(String sql, Object... values) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (PreparedStatement statement = prepare(sql, values);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  private PreparedStatement prepare(String sql, Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  /** Work that is done whole or not at all, and of which the change triggers note nothing. */
  interface Work {
    void run() throws Exception;
  }

  void inBulk(Work work) throws Exception {
    connection.setAutoCommit(false);
    try {
      execute("SET LOCAL store.bulk = 'on'");
      work.run();
      connection.commit();
    } catch (Exception failed) {
      connection.rollback();
      throw failed;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
