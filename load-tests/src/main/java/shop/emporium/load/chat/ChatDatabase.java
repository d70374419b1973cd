package shop.emporium.load.chat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/** The shop's database, where it is by the environment that scripts/store has made. */
final class ChatDatabase {

  /** Has people with these addresses work here. */
  void promote(String emails, int wanted) throws SQLException {
    try (Connection connection = connect();
        PreparedStatement promote =
            connection.prepareStatement(
                "UPDATE customer SET role = 'AGENT', confirmed_at = now() WHERE email_key LIKE ?")) {
      promote.setString(1, emails);
      int promoted = promote.executeUpdate();
      if (promoted != wanted) {
        throw new IllegalStateException(promoted + " accounts were made instead of " + wanted);
      }
    }
  }

  /** The ids of the messages by conversation and number. */
  Map<Long, SortedMap<Integer, String>> messages(Collection<Long> conversations)
      throws SQLException {
    Map<Long, SortedMap<Integer, String>> messages = new HashMap<>();
    try (Connection connection = connect();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT conversation_id, number, client_id FROM conversation_message"
                    + " WHERE conversation_id = ANY (?)")) {
      select.setArray(1, connection.createArrayOf("bigint", conversations.toArray()));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          messages
              .computeIfAbsent(rows.getLong(1), conversation -> new TreeMap<>())
              .put(rows.getInt(2), rows.getString(3));
        }
      }
    }
    return messages;
  }

  private static Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", System.getenv("STORE_DB_USER"));
    properties.setProperty("password", System.getenv("STORE_DB_PASSWORD"));
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "60");
    return DriverManager.getConnection(System.getenv("STORE_DB_URL"), properties);
  }
}
