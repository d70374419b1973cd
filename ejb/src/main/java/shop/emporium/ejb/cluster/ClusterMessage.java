package shop.emporium.ejb.cluster;

import static shop.emporium.ejb.shared.JsonCodec.JSON;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Optional;
import java.util.UUID;
import shop.emporium.ejb.shared.JsonCodec;

/**
 * Something that one node tells all nodes. A node that hears it fires it as an event of CDI,
 * outside of any request and transaction.
 *
 * @param id its own
 * @param type which kind of message, as {@code messages.schema.json} lists them
 * @param sender the node that tells it
 * @param payload what the schema says for the type
 */
public record ClusterMessage(String id, String type, String sender, JsonObject payload) {

  /** The longest text of a message: it names things, it does not carry them. */
  static final int MOST_CHARACTERS = 2_000;

  /**
   * A new message.
   *
   * @throws IllegalArgumentException when the schema has no such message, or it is too long
   */
  static ClusterMessage of(String type, String sender, JsonObject payload) {
    MessageSchema.INSTANCE.check(type, payload);
    ClusterMessage message =
        new ClusterMessage(UUID.randomUUID().toString(), type, sender, payload);
    if (message.text().length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException("A message of type " + type + " is too long");
    }
    return message;
  }

  /**
   * What another node told; empty when this release does not know the type, or it is no message at
   * all.
   */
  static Optional<ClusterMessage> parse(String text) {
    if (text == null || text.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    try {
      JsonObject json = JsonCodec.object(text);
      if (json.get("id") instanceof JsonString id
          && json.get("type") instanceof JsonString type
          && json.get("sender") instanceof JsonString sender
          && json.get("payload") instanceof JsonObject payload) {
        MessageSchema.INSTANCE.check(type.getString(), payload);
        return Optional.of(
            new ClusterMessage(id.getString(), type.getString(), sender.getString(), payload));
      }
      return Optional.empty();
    } catch (JsonException | IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  /** As it travels. */
  String text() {
    return JSON.createObjectBuilder()
        .add("id", id)
        .add("type", type)
        .add("sender", sender)
        .add("payload", payload)
        .build()
        .toString();
  }

  public boolean is(String wanted) {
    return type.equals(wanted);
  }

  /** A number of the payload. */
  public long number(String field) {
    return payload.getJsonNumber(field).longValueExact();
  }
}
