package shop.emporium.web.customer;

import java.util.List;

/**
 * A passkey as browsers name it: {@code PublicKeyCredentialDescriptorJSON} of Web Authentication.
 *
 * @param id in base64url
 */
public record PasskeyDescriptorJson(String type, String id, List<String> transports) {

  /** The only type there is. */
  static final String TYPE = "public-key";
}
