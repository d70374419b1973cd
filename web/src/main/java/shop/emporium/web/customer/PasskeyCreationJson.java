package shop.emporium.web.customer;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import shop.emporium.ejb.customer.PasskeyOffer;

/**
 * What a browser makes a passkey of: {@code PublicKeyCredentialCreationOptionsJSON} of Web
 * Authentication, for {@code PublicKeyCredential.parseCreationOptionsFromJSON}.
 *
 * <p>The device has to keep the passkey itself, so that nobody needs to type an address to sign in,
 * and has to make sure of its owner. Of what make it is need not be told.
 *
 * @param timeout in milliseconds
 */
@Schema(name = "PublicKeyCredentialCreationOptionsJSON")
public record PasskeyCreationJson(
    Shop rp,
    Person user,
    String challenge,
    List<Algorithm> pubKeyCredParams,
    long timeout,
    List<PasskeyDescriptorJson> excludeCredentials,
    Choice authenticatorSelection,
    String attestation) {

  private static final String SHOP = "Emporium";

  /** In the order in which the shop would have them: ES256, EdDSA, RS256. */
  private static final List<Algorithm> ALGORITHMS =
      List.of(
          new Algorithm(PasskeyDescriptorJson.TYPE, -7),
          new Algorithm(PasskeyDescriptorJson.TYPE, -8),
          new Algorithm(PasskeyDescriptorJson.TYPE, -257));

  private static final Choice OWN_AND_SURE = new Choice("required", true, "required");

  /** For whom the passkey is good. */
  public record Shop(String id, String name) {}

  /** Whose it is; the id is random. */
  public record Person(String id, String name, String displayName) {}

  /** How a device may sign, by the number of COSE. */
  public record Algorithm(String type, int alg) {}

  /** What the device has to be able to. */
  public record Choice(String residentKey, boolean requireResidentKey, String userVerification) {}

  static PasskeyCreationJson of(PasskeyOffer offer) {
    return new PasskeyCreationJson(
        new Shop(offer.host(), SHOP),
        new Person(offer.userHandle(), offer.email(), offer.name()),
        offer.challenge(),
        ALGORITHMS,
        offer.goodFor().toMillis(),
        offer.known().stream()
            .map(
                known ->
                    new PasskeyDescriptorJson(
                        PasskeyDescriptorJson.TYPE, known.id(), known.transports()))
            .toList(),
        OWN_AND_SURE,
        "none");
  }
}
