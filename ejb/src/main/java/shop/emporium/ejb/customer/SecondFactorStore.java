package shop.emporium.ejb.customer;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import shop.emporium.domain.customer.Customer;
import shop.emporium.domain.customer.RecoveryCode;
import shop.emporium.domain.customer.SecondFactorFault;
import shop.emporium.domain.shared.Secret;

/**
 * Reads and writes second factors, each call in one short transaction: a code that was tried is
 * counted, whatever comes of it.
 */
@Stateless
public class SecondFactorStore {

  private static final int PURGE_BATCH = 1000;

  @Inject private SecondFactorRepository factors;
  @Inject private CustomerRepository customers;
  @Inject private SignInRepository signIns;
  @Inject private AdminRule rule;
  @Inject private AccountMails mails;

  /** How a customer stands with codes of an app. */
  public SecondFactorView view(SignedIn person) {
    Customer owner = customers.find(person.customer()).orElseThrow(UnknownEntryException::new);
    return factors.view(person.customer(), rule.isMissed(owner.getRole(), person.isStrong()));
  }

  /** Has whoever changes what an administrator proves prove it. */
  public void requireProof(SignedIn person) {
    Customer owner = customers.find(person.customer()).orElseThrow(UnknownEntryException::new);
    rule.requireProof(person.customer(), owner.getRole(), person.isStrong());
  }

  /**
   * Begins with an app.
   *
   * @return the address of e-mail, by which the app calls the account
   * @throws SecondFactorException when there is one, or when the address is not confirmed: whoever
   *     registers somebody else's must not be the only one who gets in
   */
  public String begin(long customer, byte[] sealed) {
    Customer owner = customers.lock(customer).orElseThrow(UnknownEntryException::new);
    if (!owner.isConfirmed()) {
      throw new SecondFactorException(SecondFactorFault.UNCONFIRMED);
    }
    if (!factors.begin(customer, sealed)) {
      throw new SecondFactorException(SecondFactorFault.ON);
    }
    return owner.getEmail().text();
  }

  /** The address of e-mail, by which the app calls the account. */
  public String email(long customer) {
    return customers.find(customer).orElseThrow(UnknownEntryException::new).getEmail().text();
  }

  public Optional<byte[]> begun(long customer) {
    return factors.begun(customer);
  }

  public Optional<byte[]> secret(long customer) {
    return factors.secret(customer);
  }

  /** Has codes asked for from now on, and tells the customer by mail; returns codes for paper. */
  public Optional<List<RecoveryCode>> confirm(SignedIn person, byte[] sealed, long step) {
    Customer owner = customers.lock(person.customer()).orElseThrow(UnknownEntryException::new);
    if (!factors.confirm(person.customer(), sealed, step)) {
      return Optional.empty();
    }
    signIns.strengthen(person.customer(), person.signIn());
    mails.secondFactorOn(owner);
    return Optional.of(newCodes(person.customer()));
  }

  /** New codes for paper in place of those before; empty when no codes are asked for. */
  public Optional<List<RecoveryCode>> renewCodes(long customer) {
    return customers
        .lock(customer)
        .flatMap(owner -> factors.secret(customer))
        .map(on -> newCodes(customer));
  }

  private List<RecoveryCode> newCodes(long customer) {
    List<RecoveryCode> codes =
        Stream.generate(RecoveryCode::random).limit(RecoveryCode.OF_CUSTOMER).toList();
    factors.replaceCodes(customer, codes);
    return codes;
  }

  /** Uses the code of a half minute up; false when that or a later one was. */
  public boolean use(long customer, long step) {
    return factors.use(customer, step);
  }

  /** Uses a recovery code up and tells its owner by mail; false when there is no such code. */
  public boolean use(long customer, RecoveryCode code) {
    boolean isUsed = factors.use(customer, code);
    if (isUsed) {
      customers.find(customer).ifPresent(mails::recoveryCodeUsed);
    }
    return isUsed;
  }

  /** A challenge for somebody who has proved the password; empty when no code is asked for. */
  public Optional<Secret> ask(long customer, boolean isRemembered) {
    if (factors.secret(customer).isEmpty()) {
      return Optional.empty();
    }
    Secret challenge = Secret.random();
    factors.keepStep(challenge, customer, isRemembered);
    return Optional.of(challenge);
  }

  /** Who has proved the password, as a challenge tells; empty when it ran out, or was used. */
  public Optional<Long> ownerOf(Secret challenge) {
    return factors.ownerOf(challenge);
  }

  /** Counts a code that is tried; empty when the challenge ran out, or too many were. */
  public Optional<ProvedStep> tryStep(Secret challenge) {
    return factors.tryStep(challenge);
  }

  /** Takes a challenge, once. */
  public boolean takeStep(Secret challenge) {
    return factors.takeStep(challenge);
  }

  /** Asks for no codes any more, and tells the customer by mail. */
  public void remove(long customer) {
    Customer owner = customers.lock(customer).orElseThrow(UnknownEntryException::new);
    if (factors.secret(customer).isEmpty()) {
      throw new SecondFactorException(SecondFactorFault.OFF);
    }
    rule.requireAnother(customer, owner.getRole());
    factors.delete(customer);
    mails.secondFactorOff(owner);
  }

  /** In the transaction that erases an account, of which nothing of this may be left. */
  public void forget(@Observes CustomerErased erased) {
    factors.delete(erased.customer());
  }

  /** Throws away some of what ran out; 0 when nothing is left. */
  public int purge() {
    return factors.clear(PURGE_BATCH) + factors.clearBegun(PURGE_BATCH);
  }
}
