package shop.emporium.web.customer;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Base64;
import java.util.List;
import shop.emporium.ejb.customer.NewPasskey;
import shop.emporium.ejb.customer.PasskeySignature;
import shop.emporium.web.shared.JsonFields;

/**
 * Reads what a browser sends for a device: {@code PublicKeyCredential.toJSON()}. What is not needed
 * is not looked at; how long anything may be, the contract of the service says.
 */
public final class PasskeyAnswer {

  private static final byte[] NOTHING = {};

  private PasskeyAnswer() {}

  /** A passkey that was made; call {@link JsonFields#check} afterwards. */
  static NewPasskey made(String name, JsonFields fields) {
    JsonObject response = response(fields.object("credential"));
    return new NewPasskey(
        name,
        bytes(response, "attestationObject", fields),
        bytes(response, "clientDataJSON", fields),
        words(response.get("transports")));
  }

  /** A signature; call {@link JsonFields#check} afterwards. */
  public static PasskeySignature signed(JsonFields fields) {
    JsonObject credential = fields.object("credential");
    JsonObject response = response(credential);
    return new PasskeySignature(
        bytes(credential, "id", fields),
        bytes(response, "userHandle", fields),
        bytes(response, "authenticatorData", fields),
        bytes(response, "clientDataJSON", fields),
        bytes(response, "signature", fields));
  }

  private static JsonObject response(JsonObject credential) {
    return credential.get("response") instanceof JsonObject response
        ? response
        : JsonValue.EMPTY_JSON_OBJECT;
  }

  private static byte[] bytes(JsonObject object, String name, JsonFields fields) {
    if (object.get(name) instanceof JsonString text) {
      try {
        return Base64.getUrlDecoder().decode(text.getString());
      } catch (IllegalArgumentException notBase64) {
        // Told below.
      }
    }
    fields.refuse("credential", "must have " + name + " in base64url");
    return NOTHING;
  }

  private static List<String> words(JsonValue value) {
    return value instanceof JsonArray array
        ? array.stream()
            .filter(JsonString.class::isInstance)
            .map(word -> ((JsonString) word).getString())
            .toList()
        : List.of();
  }
}
