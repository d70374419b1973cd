package shop.emporium.web.support;

import java.util.Base64;
import shop.emporium.domain.shared.Secret;
import shop.emporium.domain.shared.Sha256;

/**
 * What a form holds that is sent once, however often its button is pressed.
 *
 * <p>A guest's browser without a key is given this very secret for one, so that both answers to a
 * form that was sent twice bring the same. Colleagues see only the id that follows from it.
 */
record FormToken(Secret secret) {

  private static final int ID_LENGTH = 32;

  /** The token that was sent, or a new one where none was. */
  static FormToken of(String typed) {
    return new FormToken(Secret.parse(typed).orElseGet(Secret::random));
  }

  /** What the message is called: it does not tell the secret. */
  String id() {
    String digest =
        Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of("form " + secret.value()));
    return digest.substring(0, ID_LENGTH);
  }
}
