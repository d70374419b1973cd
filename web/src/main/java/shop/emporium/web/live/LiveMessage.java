package shop.emporium.web.live;

import static shop.emporium.ejb.shared.JsonCodec.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.LinkedHashSet;
import java.util.Set;
import shop.emporium.web.shared.SocketClose;

/**
 * What a browser says: {@code {"type":"watch","skus":["KST-1","KST-2"]}}, all that it watches from
 * now on.
 */
record LiveMessage(Set<String> skus) {

  /** A message that is refused, and the socket with it. */
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

  static LiveMessage parse(String text) throws Refused {
    if (read(text) instanceof JsonObject message
        && message.get("type") instanceof JsonString type
        && type.getString().equals("watch")
        && message.get("skus") instanceof JsonArray skus) {
      return new LiveMessage(skus(skus));
    }
    throw new Refused(LiveClose.JUNK);
  }

  private static JsonValue read(String text) throws Refused {
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      return reader.readValue();
    } catch (RuntimeException noJson) {
      throw new Refused(LiveClose.JUNK);
    }
  }

  private static Set<String> skus(JsonArray array) throws Refused {
    if (array.size() > LiveLimits.SKUS) {
      throw new Refused(LiveClose.TOO_MANY_SKUS);
    }
    Set<String> skus = new LinkedHashSet<>();
    for (JsonValue value : array) {
      if (!(value instanceof JsonString sku) || !isSku(sku.getString())) {
        throw new Refused(LiveClose.JUNK);
      }
      skus.add(sku.getString());
    }
    return skus;
  }

  private static boolean isSku(String text) {
    return !text.isBlank()
        && text.length() <= LiveLimits.LONGEST_SKU
        && text.chars().noneMatch(Character::isISOControl)
        // Half a pair of UTF-16 is no text that the database could look for.
        && text.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
  }
}
