package shop.emporium.ejb.customer;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import shop.emporium.domain.customer.EmailAddress;

/**
 * Finds out whether somebody knows a password, in no transaction while it calculates.
 *
 * <p>Whether the address has an account makes no difference to the answer, to the time that it
 * takes, or to how often it may be asked for.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PasswordCheck {

  @Inject private AccountStore accounts;
  @Inject private PasswordHashing hashing;
  @Inject private Throttle throttle;

  /**
   * Who has this address and this password.
   *
   * @return what was proved: the customer, and what is stored of the password
   * @throws WrongCredentialsException when nobody has
   * @throws TooManyAttemptsException when it was tried too often
   * @throws BusyException when too many wait to be checked
   */
  public StoredPassword recognise(Credentials typed, Caller caller) {
    Optional<EmailAddress> email = EmailAddress.parse(typed.email());
    return check(
            email.map(EmailAddress::key).orElse(typed.email()),
            email.flatMap(accounts::password),
            typed.password(),
            caller)
        .orElseThrow(WrongCredentialsException::new);
  }

  /**
   * Makes sure that a customer who is signed in knows the password: a browser left alone is not
   * enough for what would lock its owner out.
   *
   * @throws WrongPasswordException when it is another one
   * @throws TooManyAttemptsException when it was tried too often
   * @throws BusyException when too many wait to be checked
   */
  public void require(EmailAddress ownEmail, String password, Caller caller) {
    if (check(ownEmail.key(), accounts.password(ownEmail), password, caller).isEmpty()) {
      throw new WrongPasswordException();
    }
  }

  private Optional<StoredPassword> check(
      String account, Optional<StoredPassword> stored, String password, Caller caller) {
    String network = NetworkAddress.networkOf(caller.address());
    throttle.enter(ThrottleKind.SIGN_IN_NETWORK, network);
    throttle.enter(ThrottleKind.SIGN_IN_ACCOUNT, account);
    boolean fits;
    try {
      fits = fits(password, stored);
    } catch (BusyException busy) {
      throttle.release(ThrottleKind.SIGN_IN_ACCOUNT, account);
      throttle.release(ThrottleKind.SIGN_IN_NETWORK, network);
      throw busy;
    }
    if (!fits) {
      return Optional.empty();
    }
    throttle.forget(ThrottleKind.SIGN_IN_ACCOUNT, account);
    throttle.release(ThrottleKind.SIGN_IN_NETWORK, network);
    StoredPassword known = stored.orElseThrow();
    return Optional.of(raise(password, known));
  }

  private boolean fits(String password, Optional<StoredPassword> stored) {
    if (stored.isEmpty()) {
      hashing.pretend(password);
      return false;
    }
    return hashing.matches(password, stored.get().hash());
  }

  /** Stores the password anew where it was stored with less effort than is made now. */
  private StoredPassword raise(String password, StoredPassword known) {
    if (!hashing.isOutdated(known.hash())) {
      return known;
    }
    try {
      String hash = hashing.hash(password);
      accounts.rehash(known, hash);
      return new StoredPassword(known.customer(), hash);
    } catch (BusyException busy) {
      // The next time will do; nobody is turned away for it.
      return known;
    }
  }
}
