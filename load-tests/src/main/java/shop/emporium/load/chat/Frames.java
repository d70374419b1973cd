package shop.emporium.load.chat;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Map;

/** The frames of docs/CHAT.md. Texts and ids here are ours and need no escapes. */
final class Frames {

  static final String AWAY = "{\"type\":\"presence\",\"status\":\"away\"}";

  private static final JsonReaderFactory JSON =
      JsonProvider.provider().createReaderFactory(Map.of());

  private Frames() {}

  static String say(long conversation, String id, String text) {
    return "{\"type\":\"say\",\"id\":\"%s\",\"conversation\":%d,\"text\":\"%s\"}"
        .formatted(id, conversation, text);
  }

  static String open(long conversation) {
    return "{\"type\":\"open\",\"conversation\":%d,\"after\":0}".formatted(conversation);
  }

  /** Something that an agent wants done: take, close. */
  static String wish(String type, long conversation, String id) {
    return "{\"type\":\"%s\",\"id\":\"%s\",\"conversation\":%d}".formatted(type, id, conversation);
  }

  static JsonObject parse(String frame) {
    try (JsonReader reader = JSON.createReader(new StringReader(frame))) {
      return reader.readObject();
    }
  }
}
