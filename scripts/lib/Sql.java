import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.StringJoiner;

/** Runs one SQL statement against the shop's database and prints its rows: the psql that the embedded server lacks. */
public class Sql {
  public static void main(String[] arguments) {
    String url = System.getenv("STORE_DB_URL");
    Properties properties = new Properties();
    properties.setProperty("user", System.getenv("STORE_DB_USER"));
    properties.setProperty("password", System.getenv("STORE_DB_PASSWORD"));
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "60");
    try (Connection connection = DriverManager.getConnection(url, properties);
        Statement statement = connection.createStatement()) {
      if (statement.execute(arguments[0])) {
        print(statement.getResultSet());
      }
    } catch (SQLException failed) {
      System.err.println(explain(failed, url));
      System.exit(1);
    }
  }

  private static void print(ResultSet rows) throws SQLException {
    while (rows.next()) {
      StringJoiner line = new StringJoiner("\t");
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        line.add(rows.getString(i));
      }
      System.out.println(line);
    }
  }

  private static String explain(SQLException failed, String url) {
    String state = failed.getSQLState() == null ? "" : failed.getSQLState();
    if (state.equals("28P01") || state.equals("28000")) {
      return "The database refuses the password of " + System.getenv("STORE_DB_USER") + ". Set STORE_DB_USER and STORE_DB_PASSWORD in .env.";
    }
    if (state.equals("3D000")) {
      return "The server has no such database: " + url + ". Create it, or correct STORE_DB_URL.";
    }
    if (state.startsWith("08")) {
      return "No PostgreSQL answers at " + url + ". Start it, or correct STORE_DB_URL.";
    }
    return "The database says: " + failed.getMessage().lines().findFirst().orElse(state);
  }
}
