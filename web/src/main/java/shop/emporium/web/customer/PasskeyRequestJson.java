package shop.emporium.web.customer;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import shop.emporium.ejb.customer.PasskeyQuestion;

/**
 * What a browser signs in with: {@code PublicKeyCredentialRequestOptionsJSON} of Web
 * Authentication, for {@code PublicKeyCredential.parseRequestOptionsFromJSON}.
 *
 * @param timeout in milliseconds
 * @param allowCredentials empty: whichever passkey the device has for this shop
 */
@Schema(name = "PublicKeyCredentialRequestOptionsJSON")
public record PasskeyRequestJson(
    String challenge,
    long timeout,
    String rpId,
    List<PasskeyDescriptorJson> allowCredentials,
    String userVerification) {

  public static PasskeyRequestJson of(PasskeyQuestion question) {
    return new PasskeyRequestJson(
        question.challenge(),
        question.goodFor().toMillis(),
        question.host(),
        List.of(),
        "required");
  }
}
