package shop.emporium.web.chat;

import static shop.emporium.ejb.shared.JsonCodec.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import shop.emporium.ejb.chat.Saying;
import shop.emporium.web.shared.SocketClose;

/**
 * A frame of a browser, as docs/CHAT.md lists them. What has not the form of one is refused, and
 * the socket with it; what has the form but cannot be done is answered.
 */
final class ChatFrame {

  private final JsonObject json;

  /** A frame that is refused, and the socket with it. */
  static final class Refused extends Exception {

    private final SocketClose reason;

    Refused(SocketClose reason) {
      super(reason.words());
      this.reason = reason;
    }

    SocketClose reason() {
      return reason;
    }
  }

  private ChatFrame(JsonObject json) {
    this.json = json;
  }

  static ChatFrame parse(String text) throws Refused {
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      if (reader.readValue() instanceof JsonObject frame
          && frame.get("type") instanceof JsonString) {
        return new ChatFrame(frame);
      }
    } catch (JsonException | IllegalStateException junk) {
      // Said below; what somebody sends is not logged.
    }
    throw new Refused(ChatClose.JUNK);
  }

  String type() {
    return json.getString("type");
  }

  /** The conversation that is meant; 0 for the shopper's own that goes on. */
  long conversation() throws Refused {
    return json.containsKey("conversation") ? whole("conversation", Long.MAX_VALUE) : 0;
  }

  /** A number of a message, or of anything else that is counted; from 0. */
  int number(String field) throws Refused {
    return json.containsKey(field) ? (int) whole(field, Integer.MAX_VALUE) : 0;
  }

  /** Somebody, by account. */
  long account(String field) throws Refused {
    return whole(field, Long.MAX_VALUE);
  }

  private long whole(String field, long most) throws Refused {
    if (json.get(field) instanceof JsonNumber number && number.isIntegral()) {
      try {
        long value = number.longValueExact();
        if (value >= 0 && value <= most) {
          return value;
        }
      } catch (ArithmeticException tooLarge) {
        // Said below.
      }
    }
    throw new Refused(ChatClose.JUNK);
  }

  /** The id that its sender has made. */
  String id() throws Refused {
    String id = text("id");
    if (!Saying.isId(id)) {
      throw new Refused(ChatClose.JUNK);
    }
    return id;
  }

  /** A text; empty where it is left out. */
  String text(String field) throws Refused {
    JsonValue value = json.get(field);
    if (value == null || value == JsonValue.NULL) {
      return "";
    }
    if (value instanceof JsonString text) {
      return text.getString();
    }
    throw new Refused(ChatClose.JUNK);
  }

  /** Whether something is said to be so. */
  boolean flag(String field) throws Refused {
    JsonValue value = json.get(field);
    if (value == null || value == JsonValue.FALSE) {
      return false;
    }
    if (value == JsonValue.TRUE) {
      return true;
    }
    throw new Refused(ChatClose.JUNK);
  }

  /** The file that is shown; empty where something is said. */
  Optional<UUID> file() throws Refused {
    String text = text("file");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException none) {
      throw new Refused(ChatClose.JUNK);
    }
  }

  /** Texts in their order. */
  List<String> texts(String field) throws Refused {
    if (json.get(field) instanceof JsonArray array
        && array.stream().allMatch(JsonString.class::isInstance)) {
      return array.getValuesAs(JsonString.class).stream().map(JsonString::getString).toList();
    }
    throw new Refused(ChatClose.JUNK);
  }
}
