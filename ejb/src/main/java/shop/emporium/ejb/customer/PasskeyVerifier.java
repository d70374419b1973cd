package shop.emporium.ejb.customer;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import shop.emporium.domain.customer.PasskeyFault;
import shop.emporium.domain.shared.Secret;
import shop.emporium.ejb.shared.StoreSettings;

/**
 * Checks what devices answer, by the rules of Web Authentication, and knows the library that does.
 *
 * <p>A passkey is good for the shop's own address and no other, whatever address a request names.
 * The device has to make sure of its owner each time, by a finger, a face or a code, so that a
 * passkey is two proofs at once. Which make a device is of is not asked for, so anybody's will do.
 */
@ApplicationScoped
class PasskeyVerifier {

  private static final System.Logger LOG = System.getLogger(PasskeyVerifier.class.getName());

  /** Those that every browser and device has one of: ES256, EdDSA, RS256; the best first. */
  private static final List<PublicKeyCredentialParameters> ALGORITHMS =
      List.of(
          algorithm(COSEAlgorithmIdentifier.ES256),
          algorithm(COSEAlgorithmIdentifier.EdDSA),
          algorithm(COSEAlgorithmIdentifier.RS256));

  private static final int MAX_KEY = 8192;

  private final ObjectConverter converter = new ObjectConverter();
  private final WebAuthnManager webAuthn =
      WebAuthnManager.createNonStrictWebAuthnManager(converter);
  private final AttestedCredentialDataConverter credentials =
      new AttestedCredentialDataConverter(converter);

  @Inject private StoreSettings settings;

  /**
   * A key that a device has made.
   *
   * @param credential model, id and public key, in the form of the standard
   */
  @SuppressWarnings("ArrayRecordComponent") // Read once, compared by nobody.
  record Made(
      byte[] credentialId,
      byte[] credential,
      long signCount,
      boolean isBackupEligible,
      boolean isBackedUp) {}

  /** What a device told with its signature. */
  record Signed(long signCount, boolean isBackedUp) {}

  /** The host for which passkeys of this shop are good, such as {@code shop.example}. */
  String host() {
    return URI.create(settings.home()).getHost();
  }

  /**
   * The challenge that a device answers, not checked yet.
   *
   * @throws PasskeyException when it cannot be read
   */
  Secret challengeOf(NewPasskey made) {
    return challenge(parse(made).getCollectedClientData()).orElseThrow(() -> expired());
  }

  /**
   * The challenge that a device answers, not checked yet.
   *
   * @throws PasskeyException when it cannot be read
   */
  Secret challengeOf(PasskeySignature signature) {
    return challenge(parse(signature).getCollectedClientData()).orElseThrow(() -> expired());
  }

  /**
   * Checks a new passkey.
   *
   * @param challenge which the shop gave
   * @throws PasskeyException when it cannot be used here
   */
  Made check(NewPasskey made, Secret challenge) {
    RegistrationData data = parse(made);
    try {
      webAuthn.verify(data, new RegistrationParameters(shop(challenge), ALGORITHMS, true, true));
    } catch (WebAuthnException refused) {
      throw refuse(PasskeyFault.UNFIT, refused);
    }
    var device = data.getAttestationObject().getAuthenticatorData();
    byte[] credential = credentials.convert(device.getAttestedCredentialData());
    if (credential.length > MAX_KEY) {
      throw new PasskeyException(PasskeyFault.UNFIT);
    }
    return new Made(
        device.getAttestedCredentialData().getCredentialId(),
        credential,
        device.getSignCount(),
        device.isFlagBE(),
        device.isFlagBS());
  }

  /**
   * Checks a signature.
   *
   * @param challenge which the shop gave
   * @throws PasskeyException when it is not by this passkey, not for this shop, not over this
   *     challenge, or when its count did not rise
   */
  Signed check(PasskeySignature signature, Secret challenge, StoredPasskey known) {
    AuthenticationData data = parse(signature);
    CredentialRecordImpl stored =
        new CredentialRecordImpl(
            new NoneAttestationStatement(),
            true,
            known.isBackupEligible(),
            known.isBackedUp(),
            known.signCount(),
            credentials.convert(known.credential()),
            null,
            null,
            null,
            null);
    try {
      webAuthn.verify(
          data, new AuthenticationParameters(shop(challenge), stored, null, true, true));
    } catch (MaliciousCounterValueException copied) {
      LOG.log(
          System.Logger.Level.WARNING,
          "Passkey {0} counts {1} after {2}: there may be a copy of it",
          known.id(),
          data.getAuthenticatorData().getSignCount(),
          known.signCount());
      throw new PasskeyException(PasskeyFault.REFUSED);
    } catch (WebAuthnException refused) {
      throw refuse(PasskeyFault.REFUSED, refused);
    }
    return new Signed(
        data.getAuthenticatorData().getSignCount(), data.getAuthenticatorData().isFlagBS());
  }

  private RegistrationData parse(NewPasskey made) {
    RegistrationData data =
        parse(
            PasskeyFault.UNFIT,
            () ->
                webAuthn.parse(
                    new RegistrationRequest(
                        made.attestation(), made.clientData(), Set.copyOf(made.transports()))));
    if (data.getAttestationObject() == null
        || data.getAttestationObject().getAuthenticatorData().getAttestedCredentialData() == null
        || data.getCollectedClientData() == null) {
      throw new PasskeyException(PasskeyFault.UNFIT);
    }
    return data;
  }

  private AuthenticationData parse(PasskeySignature signature) {
    AuthenticationData data =
        parse(
            PasskeyFault.REFUSED,
            () ->
                webAuthn.parse(
                    new AuthenticationRequest(
                        signature.credentialId(),
                        signature.userHandle(),
                        signature.authenticatorData(),
                        signature.clientData(),
                        signature.signature())));
    if (data.getAuthenticatorData() == null || data.getCollectedClientData() == null) {
      throw new PasskeyException(PasskeyFault.REFUSED);
    }
    return data;
  }

  private static <T> T parse(PasskeyFault fault, Supplier<T> reader) {
    try {
      return reader.get();
    } catch (RuntimeException unreadable) {
      // Of any kind: what is read comes from anybody.
      throw refuse(fault, unreadable);
    }
  }

  private ServerProperty shop(Secret challenge) {
    URI home = URI.create(settings.home());
    String port = home.getPort() < 0 ? "" : ":" + home.getPort();
    return ServerProperty.builder()
        .origin(new Origin(home.getScheme() + "://" + home.getHost() + port))
        .rpId(home.getHost())
        .challenge(new DefaultChallenge(Base64.getUrlDecoder().decode(challenge.value())))
        .build();
  }

  private static Optional<Secret> challenge(CollectedClientData client) {
    return Optional.ofNullable(client.getChallenge())
        .flatMap(
            challenge ->
                Secret.parse(
                    Base64.getUrlEncoder().withoutPadding().encodeToString(challenge.getValue())));
  }

  private static PasskeyException expired() {
    return new PasskeyException(PasskeyFault.EXPIRED);
  }

  private static PasskeyException refuse(PasskeyFault fault, RuntimeException why) {
    LOG.log(System.Logger.Level.DEBUG, "A passkey was not taken", why);
    return new PasskeyException(fault);
  }

  private static PublicKeyCredentialParameters algorithm(COSEAlgorithmIdentifier algorithm) {
    return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm);
  }
}
