package shop.emporium.ejb.customer;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import shop.emporium.domain.customer.RecoveryCode;
import shop.emporium.domain.customer.SecondFactorFault;
import shop.emporium.domain.shared.Base32;
import shop.emporium.domain.shared.Secret;
import shop.emporium.ejb.shared.SecretBox;

/**
 * The second proof besides a password: codes of an app, and codes on paper for when it is gone.
 * Pages and the REST interface come through here.
 *
 * <p>Each code counts once, on all nodes together, and wrong ones have to be waited for. A password
 * that was replaced by a link in a mail does not replace this.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SecondFactorService {

  private static final String ISSUER = "Emporium";
  private static final int LONGEST_CODE = 100;
  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject private AccountService accounts;
  @Inject private SecondFactorStore store;
  @Inject private OneTimeCodes codes;
  @Inject private SecretBox box;
  @Inject private Throttle throttle;

  /** How a customer stands with codes of an app. */
  public SecondFactorView view(@NotNull SignedIn person) {
    return store.view(person);
  }

  /**
   * Has whoever changes what an administrator proves at signing in prove it first: by a code, or by
   * a passkey.
   *
   * @throws SecondFactorException when that is missing
   */
  public void requireProof(@NotNull SignedIn person) {
    store.requireProof(person);
  }

  /**
   * Begins with an app; what was begun before is forgotten.
   *
   * @param password the customer's, so that a browser left alone does not lock its owner out
   * @throws WrongPasswordException when it is another one
   * @throws SecondFactorException when an app is in use, or the address is not confirmed
   * @throws TooManyAttemptsException when it was tried too often
   * @throws BusyException when too many passwords are being checked
   */
  public TotpOffer begin(
      @NotNull SignedIn person,
      @NotNull @Size(max = AccountService.LONGEST_TYPED) String password,
      @NotNull Caller caller) {
    long customer = person.customer();
    requireOwner(person, password, caller);
    byte[] secret = new byte[OneTimeCodes.SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return offer(store.begin(customer, box.seal(secret, owner(customer))), secret);
  }

  /** The app that was begun with and has not sent its first code; empty after ten minutes. */
  public Optional<TotpOffer> begun(long customer) {
    return store
        .begun(customer)
        .map(kept -> offer(store.email(customer), box.open(kept, owner(customer))));
  }

  private static TotpOffer offer(String email, byte[] secret) {
    String text = Base32.encode(secret);
    return new TotpOffer(
        text,
        "otpauth://totp/%s:%s?secret=%s&issuer=%s".formatted(ISSUER, encoded(email), text, ISSUER));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * Has codes asked for from now on, since the app has shown that it makes them.
   *
   * @return codes for paper, to be shown once
   * @throws SecondFactorException when the code is another, or it took more than ten minutes
   * @throws TooManyAttemptsException when it was tried too often
   */
  public List<RecoveryCode> confirm(
      @NotNull SignedIn person, @NotNull @Size(max = LONGEST_CODE) String code) {
    long customer = person.customer();
    requireProof(person);
    byte[] sealed =
        store
            .begun(customer)
            .orElseThrow(() -> new SecondFactorException(SecondFactorFault.EXPIRED));
    throttle.enter(ThrottleKind.SECOND_FACTOR, owner(customer));
    OptionalLong step = codes.stepOf(box.open(sealed, owner(customer)), code, Instant.now());
    if (step.isEmpty()) {
      throw new SecondFactorException(SecondFactorFault.WRONG_CODE);
    }
    throttle.forget(ThrottleKind.SECOND_FACTOR, owner(customer));
    return store
        .confirm(person, sealed, step.getAsLong())
        .orElseThrow(() -> new SecondFactorException(SecondFactorFault.EXPIRED));
  }

  /**
   * Makes new codes for paper; those before are good no more.
   *
   * @return to be shown once
   * @throws WrongPasswordException when the password is another
   * @throws SecondFactorException when no codes are asked for
   */
  public List<RecoveryCode> renewCodes(
      @NotNull SignedIn person,
      @NotNull @Size(max = AccountService.LONGEST_TYPED) String password,
      @NotNull Caller caller) {
    requireOwner(person, password, caller);
    return store
        .renewCodes(person.customer())
        .orElseThrow(() -> new SecondFactorException(SecondFactorFault.OFF));
  }

  /**
   * Asks for no codes any more.
   *
   * @throws WrongPasswordException when the password is another
   * @throws SecondFactorException when none are asked for, or the customer's role depends on it
   */
  public void remove(
      @NotNull SignedIn person,
      @NotNull @Size(max = AccountService.LONGEST_TYPED) String password,
      @NotNull Caller caller) {
    requireOwner(person, password, caller);
    store.remove(person.customer());
  }

  /**
   * Asks somebody who has proved the password for a code.
   *
   * @return what the code is to be sent with; empty when the account wants none
   */
  public Optional<Secret> ask(long customer, boolean isRemembered) {
    return store.ask(customer, isRemembered);
  }

  /**
   * Lets somebody in who has proved the password and has a code.
   *
   * @param challenge as {@link #ask} gave it
   * @param code of the app, or from paper
   * @throws SecondFactorException when the code is another or was used, or the challenge ran out
   * @throws TooManyAttemptsException when it was tried too often
   */
  public ProvedStep answer(
      @NotNull @Size(max = LONGEST_CODE) String challenge,
      @NotNull @Size(max = LONGEST_CODE) String code) {
    Secret secret = Secret.parse(challenge).orElseThrow(SecondFactorService::expired);
    long customer = store.ownerOf(secret).orElseThrow(SecondFactorService::expired);
    throttle.enter(ThrottleKind.SECOND_FACTOR, owner(customer));
    ProvedStep step = store.tryStep(secret).orElseThrow(SecondFactorService::expired);
    if (!fits(step.customer(), code)) {
      throw new SecondFactorException(SecondFactorFault.WRONG_CODE);
    }
    if (!store.takeStep(secret)) {
      throw expired();
    }
    throttle.forget(ThrottleKind.SECOND_FACTOR, owner(step.customer()));
    return step;
  }

  private boolean fits(long customer, String code) {
    if (!OneTimeCodes.isCode(code)) {
      return RecoveryCode.parse(code).map(paper -> store.use(customer, paper)).orElse(false);
    }
    OptionalLong step =
        store
            .secret(customer)
            .map(kept -> codes.stepOf(box.open(kept, owner(customer)), code, Instant.now()))
            .orElseThrow(SecondFactorService::expired);
    return step.isPresent() && store.use(customer, step.getAsLong());
  }

  /** A browser left alone is not enough, nor is a password where more can be proved. */
  private void requireOwner(SignedIn person, String password, Caller caller) {
    requireProof(person);
    accounts.requirePassword(person.customer(), password, caller);
  }

  private static SecondFactorException expired() {
    return new SecondFactorException(SecondFactorFault.EXPIRED);
  }

  private static String owner(long customer) {
    return "customer " + customer;
  }
}
