package shop.emporium.tests.authenticator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/**
 * A browser and a device with one passkey, which answer as Web Authentication says, or just a
 * little different. It signs by ECDSA with P-256 and counts.
 */
public final class SoftAuthenticator {

  /** Somebody is there; the device made sure who; copies of the key are not kept; a key comes. */
  private static final int PRESENT = 1;

  private static final int VERIFIED = 4;
  private static final int HAS_KEY = 64;
  private static final int COORDINATE = 32;

  private final byte[] credentialId = new byte[24];
  private final KeyPair keys;
  private byte[] userHandle = new byte[COORDINATE];
  private String origin;
  private String host;
  private int flags = PRESENT | VERIFIED;
  private long count;

  /**
   * A device before a page.
   *
   * @param origin of the page, such as {@code http://localhost:8000}
   * @param host for which the passkey is good
   */
  public SoftAuthenticator(String origin, String host) {
    this.origin = origin;
    this.host = host;
    new SecureRandom().nextBytes(credentialId);
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      keys = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a device made. */
  @SuppressWarnings("ArrayRecordComponent") // Read once, compared by nobody.
  public record Made(byte[] attestation, byte[] clientData) {}

  /** What a device signed. */
  @SuppressWarnings("ArrayRecordComponent") // Read once, compared by nobody.
  public record Signed(
      byte[] credentialId,
      byte[] userHandle,
      byte[] authenticatorData,
      byte[] clientData,
      byte[] signature) {}

  /** Stands before a page of another address. */
  public SoftAuthenticator at(String otherOrigin) {
    origin = otherOrigin;
    return this;
  }

  /** Signs for another shop. */
  public SoftAuthenticator goodFor(String otherHost) {
    host = otherHost;
    return this;
  }

  /** Makes sure of its owner, or does not. */
  public SoftAuthenticator sureOfItsOwner(boolean isSure) {
    flags = isSure ? PRESENT | VERIFIED : PRESENT;
    return this;
  }

  /** Goes on counting from here. */
  public SoftAuthenticator countingFrom(long other) {
    count = other;
    return this;
  }

  /** Calls the customer something else. */
  public SoftAuthenticator knowing(byte[] otherHandle) {
    userHandle = otherHandle.clone();
    return this;
  }

  /** Makes the passkey. */
  public Made make(String challenge, String handle) {
    userHandle = Base64.getUrlDecoder().decode(handle);
    ByteBuffer data = ByteBuffer.allocate(512);
    data.put(head(flags | HAS_KEY));
    data.put(new byte[16]);
    data.putShort((short) credentialId.length);
    data.put(credentialId);
    putKey(data, (ECPublicKey) keys.getPublic());
    ByteBuffer attestation = ByteBuffer.allocate(1024);
    // {"fmt": "none", "attStmt": {}, "authData": …} in CBOR.
    attestation.put((byte) 0xA3);
    putText(attestation, "fmt");
    putText(attestation, "none");
    putText(attestation, "attStmt");
    attestation.put((byte) 0xA0);
    putText(attestation, "authData");
    putBytes(attestation, content(data));
    return new Made(content(attestation), client("webauthn.create", challenge));
  }

  /** Signs with the passkey. */
  public Signed sign(String challenge) {
    count++;
    byte[] data = head(flags);
    byte[] client = client("webauthn.get", challenge);
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(data);
      signature.update(sha256(client));
      return new Signed(credentialId.clone(), userHandle.clone(), data, client, signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As {@code PublicKeyCredential.toJSON()} gives what was made. */
  public String json(Made made) {
    return """
        {"id":"%s","rawId":"%1$s","type":"public-key","authenticatorAttachment":"platform",
         "clientExtensionResults":{},
         "response":{"attestationObject":"%s","clientDataJSON":"%s","transports":["internal"]}}
        """
        .formatted(text(credentialId), text(made.attestation()), text(made.clientData()));
  }

  /** As {@code PublicKeyCredential.toJSON()} gives what was signed. */
  public String json(Signed signed) {
    return """
        {"id":"%s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},
         "response":{"authenticatorData":"%s","clientDataJSON":"%s","signature":"%s","userHandle":"%s"}}
        """
        .formatted(
            text(signed.credentialId()),
            text(signed.authenticatorData()),
            text(signed.clientData()),
            text(signed.signature()),
            text(signed.userHandle()));
  }

  private byte[] head(int told) {
    ByteBuffer head = ByteBuffer.allocate(37);
    head.put(sha256(host.getBytes(StandardCharsets.UTF_8)));
    head.put((byte) told);
    head.putInt((int) count);
    return head.array();
  }

  private byte[] client(String type, String challenge) {
    return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
        .formatted(type, challenge, origin)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** {1: 2, 3: -7, -1: 1, -2: x, -3: y} in CBOR: a point of P-256, for ES256. */
  private static void putKey(ByteBuffer to, ECPublicKey key) {
    to.put(new byte[] {(byte) 0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21});
    putBytes(to, coordinate(key.getW().getAffineX().toByteArray()));
    to.put((byte) 0x22);
    putBytes(to, coordinate(key.getW().getAffineY().toByteArray()));
  }

  private static byte[] coordinate(byte[] number) {
    byte[] fixed = new byte[COORDINATE];
    int length = Math.min(number.length, COORDINATE);
    System.arraycopy(number, number.length - length, fixed, COORDINATE - length, length);
    return fixed;
  }

  private static void putText(ByteBuffer to, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    to.put((byte) (0x60 + bytes.length)).put(bytes);
  }

  private static void putBytes(ByteBuffer to, byte[] bytes) {
    if (bytes.length < 256) {
      to.put((byte) 0x58).put((byte) bytes.length);
    } else {
      to.put((byte) 0x59).putShort((short) bytes.length);
    }
    to.put(bytes);
  }

  private static byte[] content(ByteBuffer buffer) {
    byte[] content = new byte[buffer.position()];
    buffer.flip().get(content);
    return content;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
