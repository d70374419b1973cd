package shop.emporium.ejb.cluster;

import static shop.emporium.ejb.shared.JsonCodec.JSON;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;

/**
 * The one list of what the cluster carries, {@code messages.schema.json}. What is not on it is
 * neither told nor heard.
 */
final class MessageSchema {

  static final MessageSchema INSTANCE = read();

  private final JsonObject types;

  private MessageSchema(JsonObject types) {
    this.types = types;
  }

  private static MessageSchema read() {
    try (InputStream file =
            Objects.requireNonNull(
                MessageSchema.class.getResourceAsStream("messages.schema.json"));
        JsonReader reader = JSON.createReader(file)) {
      return new MessageSchema(reader.readObject().getJsonObject("$defs"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Set<String> types() {
    return types.keySet();
  }

  /**
   * Holds a message against the schema. Fields that it does not name are of another release and do
   * no harm.
   *
   * @throws IllegalArgumentException when it does not fit
   */
  void check(String type, JsonObject payload) {
    JsonObject wanted = types.getJsonObject(type);
    if (wanted == null) {
      throw new IllegalArgumentException("The schema has no message of type " + type);
    }
    wanted
        .getJsonObject("properties")
        .forEach(
            (field, kind) -> {
              if (!fits(payload.get(field), kind.asJsonObject().getString("type"))) {
                throw new IllegalArgumentException(
                    "A message of type " + type + " needs the field " + field);
              }
            });
  }

  private static boolean fits(JsonValue value, String kind) {
    return switch (kind) {
      case "integer" -> value instanceof JsonNumber number && number.isIntegral();
      case "string" -> value instanceof JsonString;
      default -> throw new IllegalStateException("The schema has no fields of kind " + kind);
    };
  }
}
