package shop.emporium.ejb.shared;

import jakarta.json.spi.JsonProvider;

/**
 * The way to read and write JSON by hand.
 *
 * <p>{@code jakarta.json.Json} looks for its provider anew at every call, through all archives of
 * the application: that took half of the time of a short answer. This one was looked for once.
 */
public final class JsonCodec {

  public static final JsonProvider JSON = JsonProvider.provider();

  private JsonCodec() {}
}
