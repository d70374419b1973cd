package shop.emporium.ejb.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import shop.emporium.domain.shared.Sha256;

/**
 * Seals what the shop has to know and nobody who reads the database may: AES-256-GCM, with a key
 * that is in the environment of the nodes only ({@code STORE_FACTOR_KEY}).
 */
@ApplicationScoped
public class SecretBox {

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int LEAST_KEY_CHARACTERS = 32;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final LiveSetting key = new LiveSetting("store.factor.key");

  /**
   * Seals something.
   *
   * @param owner what it belongs to: opened as something else's, it does not open
   * @throws IllegalStateException when the nodes have no key
   */
  public byte[] seal(byte[] plain, String owner) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, owner);
      return ByteBuffer.allocate(NONCE_BYTES + cipher.getOutputSize(plain.length))
          .put(nonce)
          .put(cipher.doFinal(plain))
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + CIPHER, e);
    }
  }

  /**
   * Opens what was sealed for this owner.
   *
   * @throws IllegalStateException when it was sealed with another key or for somebody else, or was
   *     changed since
   */
  public byte[] open(byte[] sealed, String owner) {
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES), owner);
      return cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "What was sealed does not open: has STORE_FACTOR_KEY changed?", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String owner) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  /** The text of the setting is random enough, in whatever form. */
  private byte[] key() {
    String text =
        key.value()
            .filter(given -> given.length() >= LEAST_KEY_CHARACTERS)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "STORE_FACTOR_KEY has to be set, to "
                            + LEAST_KEY_CHARACTERS
                            + " random characters or more, the same on all nodes"));
    return Sha256.of(text);
  }
}
