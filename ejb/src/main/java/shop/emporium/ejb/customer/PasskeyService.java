package shop.emporium.ejb.customer;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.MessageDigest;
import java.util.List;
import shop.emporium.domain.customer.PasskeyFault;
import shop.emporium.domain.shared.Secret;

/**
 * Keeps customers' passkeys and recognises customers by them. Pages and the REST interface come
 * through here.
 *
 * <p>Each begins with a challenge, which any node gives and any other takes, once and within five
 * minutes. Signatures are checked outside of transactions, which {@link PasskeyStore} opens for a
 * moment each.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PasskeyService {

  @Inject private AccountService accounts;
  @Inject private PasskeyStore store;
  @Inject private PasskeyVerifier verifier;
  @Inject private Throttle throttle;

  /**
   * Begins to add a passkey.
   *
   * @param password the customer's, so that a browser left alone does not give itself a key
   * @throws WrongPasswordException when it is another one
   * @throws PasskeyException when the customer's address is not confirmed, or when there are as
   *     many passkeys as fit
   * @throws TooManyAttemptsException when it was tried too often
   * @throws BusyException when too many passwords are being checked
   */
  public PasskeyOffer offer(
      long customer,
      @NotNull @Size(max = AccountService.LONGEST_TYPED) String password,
      @NotNull Caller caller) {
    accounts.requirePassword(customer, password, caller);
    return store.offer(customer, verifier.host());
  }

  /**
   * Adds the passkey that a device has made on an {@link #offer}, and tells its owner by mail.
   *
   * @throws PasskeyException when it is not taken
   */
  public PasskeyView add(long customer, @NotNull @Valid NewPasskey made) {
    Secret challenge = verifier.challengeOf(made);
    byte[] handle =
        store
            .take(challenge, customer)
            .orElseThrow(() -> new PasskeyException(PasskeyFault.EXPIRED));
    return store.add(customer, handle, made, verifier.check(made, challenge));
  }

  /** A customer's passkeys, in the order in which they were made. */
  public List<PasskeyView> list(long customer) {
    return store.list(customer);
  }

  /**
   * Calls a passkey something else.
   *
   * @throws UnknownEntryException when the customer has no such passkey
   */
  public PasskeyView rename(long customer, long id, @PasskeyName @NotNull String name) {
    return store.rename(customer, id, name);
  }

  /**
   * Removes a passkey, which signs in no more, and tells its owner by mail.
   *
   * @throws UnknownEntryException when the customer has no such passkey
   * @throws SecondFactorException when it is the last one that the customer's role depends on
   */
  public void remove(long customer, long id) {
    store.remove(customer, id);
  }

  /**
   * Begins to sign somebody in.
   *
   * @throws TooManyAttemptsException when this network asked too often
   */
  public PasskeyQuestion ask(@NotNull Caller caller) {
    throttle.enter(ThrottleKind.PASSKEY_NETWORK, NetworkAddress.networkOf(caller.address()));
    return new PasskeyQuestion(
        store.ask().value(), verifier.host(), PasskeyChallengeRepository.LIFETIME);
  }

  /**
   * Who signed what was {@link #ask asked}.
   *
   * @return the customer's id
   * @throws PasskeyException when nobody did
   * @throws TooManyAttemptsException when it was tried too often from this network
   */
  public long authenticate(@NotNull @Valid PasskeySignature signature, @NotNull Caller caller) {
    String network = NetworkAddress.networkOf(caller.address());
    throttle.enter(ThrottleKind.SIGN_IN_NETWORK, network);
    long customer = recognise(signature);
    throttle.release(ThrottleKind.SIGN_IN_NETWORK, network);
    throttle.release(ThrottleKind.PASSKEY_NETWORK, network);
    return customer;
  }

  private long recognise(PasskeySignature signature) {
    Secret challenge = verifier.challengeOf(signature);
    if (!store.take(challenge)) {
      throw new PasskeyException(PasskeyFault.EXPIRED);
    }
    StoredPasskey passkey =
        store
            .find(signature.credentialId())
            .filter(known -> MessageDigest.isEqual(known.userHandle(), signature.userHandle()))
            .orElseThrow(() -> new PasskeyException(PasskeyFault.REFUSED));
    if (!store.use(passkey, verifier.check(signature, challenge, passkey))) {
      throw new PasskeyException(PasskeyFault.REFUSED);
    }
    return passkey.customer();
  }
}
