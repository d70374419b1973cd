package shop.emporium.ejb.customer;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import shop.emporium.domain.customer.Customer;
import shop.emporium.domain.customer.Passkey;
import shop.emporium.domain.customer.PasskeyFault;
import shop.emporium.domain.shared.Secret;

/**
 * Reads and writes passkeys, each call in one short transaction: a challenge that was taken stays
 * taken, whatever comes of the answer to it.
 */
@Stateless
public class PasskeyStore {

  private static final int PURGE_BATCH = 1000;

  @Inject private PasskeyRepository passkeys;
  @Inject private PasskeyChallengeRepository challenges;
  @Inject private CustomerRepository customers;
  @Inject private AdminRule rule;
  @Inject private AccountMails mails;

  /**
   * Makes a challenge for a customer who adds a passkey.
   *
   * @param host for which it will be good
   * @throws PasskeyException when there are as many as fit, or when the customer's address is not
   *     confirmed: whoever registers somebody else's must not keep a key to it
   */
  public PasskeyOffer offer(long customer, String host) {
    Customer owner = customers.lock(customer).orElseThrow(UnknownEntryException::new);
    List<Passkey> known = passkeys.list(customer);
    requireRoom(owner, known);
    byte[] handle =
        known.stream().findFirst().map(Passkey::getUserHandle).orElseGet(Secret::randomBytes);
    Secret challenge = Secret.random();
    challenges.keep(challenge, customer, handle);
    return new PasskeyOffer(
        challenge.value(),
        host,
        text(handle),
        owner.getEmail().text(),
        owner.getName(),
        known.stream()
            .map(
                passkey ->
                    new PasskeyOffer.Known(
                        text(passkey.getCredentialId()), passkey.getTransports()))
            .toList(),
        PasskeyChallengeRepository.LIFETIME);
  }

  private static void requireRoom(Customer owner, List<Passkey> known) {
    if (!owner.isConfirmed()) {
      throw new PasskeyException(PasskeyFault.UNCONFIRMED);
    }
    if (known.size() >= Passkey.MAX_OF_CUSTOMER) {
      throw new PasskeyException(PasskeyFault.FULL);
    }
  }

  /** Makes a challenge for somebody who signs in. */
  public Secret ask() {
    Secret challenge = Secret.random();
    challenges.keep(challenge);
    return challenge;
  }

  /**
   * Takes the challenge of a customer who adds a passkey; returns how devices call the customer.
   */
  public Optional<byte[]> take(Secret challenge, long customer) {
    return challenges.take(challenge, customer);
  }

  /** Takes the challenge of somebody who signs in; returns whether it was good. */
  public boolean take(Secret challenge) {
    return challenges.take(challenge);
  }

  /**
   * Adds a passkey that has been checked, and tells its owner by mail.
   *
   * @param handle how the device calls the customer
   * @throws PasskeyException when the device is registered, here or for somebody else, or when
   *     there are as many as fit
   */
  public PasskeyView add(
      long customer, byte[] handle, NewPasskey typed, PasskeyVerifier.Made made) {
    Customer owner = customers.lock(customer).orElseThrow(UnknownEntryException::new);
    requireRoom(owner, passkeys.list(customer));
    passkeys.reserve(made.credentialId());
    if (passkeys.find(made.credentialId()).isPresent()) {
      throw new PasskeyException(PasskeyFault.KNOWN);
    }
    Passkey passkey =
        new Passkey(
            owner,
            made.credentialId(),
            handle,
            made.credential(),
            typed.name().strip(),
            Instant.now());
    passkey.countFrom(made.signCount());
    passkey.tellBackup(made.isBackupEligible(), made.isBackedUp());
    passkey.reachBy(typed.transports());
    passkeys.add(passkey);
    mails.passkeyAdded(owner);
    return PasskeyView.of(passkey);
  }

  /** A customer's passkeys, in the order in which they were made. */
  public List<PasskeyView> list(long customer) {
    return passkeys.list(customer).stream().map(PasskeyView::of).toList();
  }

  /** Calls a passkey of a customer something else. */
  public PasskeyView rename(long customer, long id, String name) {
    Passkey passkey = passkeys.find(customer, id).orElseThrow(UnknownEntryException::new);
    passkey.rename(name.strip());
    return PasskeyView.of(passkey);
  }

  /** Removes a passkey of a customer, and tells its owner by mail. */
  public void remove(long customer, long id) {
    Customer owner = customers.lock(customer).orElseThrow(UnknownEntryException::new);
    Passkey passkey = passkeys.find(customer, id).orElseThrow(UnknownEntryException::new);
    rule.requireAnother(customer, owner.getRole());
    passkeys.remove(passkey);
    mails.passkeyRemoved(owner);
  }

  /** What checks the signatures of the passkey that its device calls so. */
  public Optional<StoredPasskey> find(byte[] credentialId) {
    return passkeys.find(credentialId).map(StoredPasskey::of);
  }

  /** Notes that a passkey was used; returns false where that was done with this count already. */
  public boolean use(StoredPasskey passkey, PasskeyVerifier.Signed signed) {
    return passkeys.use(passkey.id(), signed.signCount(), signed.isBackedUp());
  }

  /**
   * Throws away some of the challenges that ran out.
   *
   * @return how many; fewer than 1,000 when none is left
   */
  public int purge() {
    return challenges.clear(PURGE_BATCH);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
