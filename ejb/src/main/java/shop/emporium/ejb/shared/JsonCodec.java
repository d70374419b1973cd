package shop.emporium.ejb.shared;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;

/**
 * The way to read and write JSON by hand.
 *
 * <p>{@code jakarta.json.Json} looks for its provider anew at every call, through all archives of
 * the application: that took half of the time of a short answer. This one was looked for once.
 */
public final class JsonCodec {

  public static final JsonProvider JSON = JsonProvider.provider();

  private JsonCodec() {}

  /**
   * Reads an object.
   *
   * @throws jakarta.json.JsonException when the text is none
   */
  public static JsonObject object(String text) {
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  /**
   * Reads an array.
   *
   * @throws jakarta.json.JsonException when the text is none
   */
  public static JsonArray array(String text) {
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      return reader.readArray();
    }
  }
}
