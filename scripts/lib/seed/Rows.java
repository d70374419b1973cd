import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** Rows of one table on their way into the database by COPY, in PostgreSQL's text format. */
final class Rows {

  private final String columns;
  private final StringBuilder text = new StringBuilder();

  /**
   * @param columns the table and its columns, as COPY names them
   */
  Rows(String columns) {
    this.columns = columns;
  }

  /** Adds a row; null is NULL. */
  void add(Object... values) {
    for (int i = 0; i < values.length; i++) {
      text.append(i == 0 ? "" : "\t");
      if (values[i] == null) {
        text.append("\\N");
      } else {
        escape(values[i].toString());
      }
    }
    text.append('\n');
  }

  private void escape(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
  }

  /** Sends all rows and forgets them. */
  void send(Connection connection) throws SQLException, IOException {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + columns + " FROM STDIN", new ByteArrayInputStream(bytes), 1 << 16);
    text.setLength(0);
  }
}
