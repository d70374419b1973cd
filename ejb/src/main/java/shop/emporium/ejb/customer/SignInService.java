package shop.emporium.ejb.customer;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shop.emporium.domain.customer.Customer;
import shop.emporium.domain.customer.RememberToken;
import shop.emporium.domain.customer.SignIn;

/**
 * Who is signed in with which browser, the same on every node: a session only names a sign-in, and
 * whether that holds is asked here at each request.
 */
@Stateless
public class SignInService {

  private static final System.Logger LOG = System.getLogger(SignInService.class.getName());

  private static final int PURGE_BATCH = 500;

  @Inject private SignInRepository signIns;
  @Inject private CustomerRepository customers;
  @Inject private AccountMails mails;
  @Inject private AdminRule rule;

  /**
   * Begins a sign-in, for somebody who has proved a password.
   *
   * @param isRemembered whether the browser shall stay signed in
   * @throws WrongCredentialsException when it is the password no more: choosing another one signs
   *     out everybody, also who was just about to come in
   * @throws UnknownEntryException when the account has been erased meanwhile
   */
  public OpenedSignIn begin(
      @NotNull StoredPassword proved, boolean isRemembered, @NotNull Caller caller) {
    Customer person = lock(proved.customer());
    if (!person.getPasswordHash().equals(Optional.of(proved.hash()))) {
      throw new WrongCredentialsException();
    }
    return begin(person, isRemembered, false, caller);
  }

  /**
   * Begins a sign-in, for somebody who has proved more than a password: a code of an app beside it,
   * or a passkey.
   *
   * @throws UnknownEntryException when the account has been erased meanwhile
   */
  public OpenedSignIn beginStrong(long customer, boolean isRemembered, @NotNull Caller caller) {
    return begin(lock(customer), isRemembered, true, caller);
  }

  /** Nobody changes or erases the account until the sign-in is written, and can be ended. */
  private Customer lock(long customer) {
    return customers.lock(customer).orElseThrow(UnknownEntryException::new);
  }

  private OpenedSignIn begin(
      Customer person, boolean isRemembered, boolean isStrong, Caller caller) {
    Instant now = Instant.now();
    SignIn signIn = new SignIn(person, caller.agent(), caller.address(), now);
    if (isStrong) {
      signIn.strengthen();
    }
    Optional<RememberToken> token =
        isRemembered ? Optional.of(signIn.remember(now)) : Optional.empty();
    signIns.add(signIn);
    return new OpenedSignIn(signedIn(signIn), token);
  }

  /** Who is signed in by a sign-in that a session names; empty when it holds no more. */
  public Optional<SignedIn> find(long customer, long signIn) {
    Optional<SignInRepository.Found> found = signIns.find(customer, signIn);
    if (found.isPresent() && found.get().isUnnoted()) {
      signIns.note(signIn);
    }
    return found.map(SignInRepository.Found::person);
  }

  /**
   * Opens a sign-in again by what a browser kept. Where that shows that somebody else has a copy of
   * it, the sign-in ends and its owner gets a mail.
   *
   * @return empty when it opens nothing
   */
  public Optional<OpenedSignIn> resume(@NotNull RememberToken presented) {
    Instant now = Instant.now();
    Optional<SignIn> known = signIns.lock(presented).filter(signIn -> signIn.isLive(now));
    if (known.isEmpty()) {
      return Optional.empty();
    }
    SignIn signIn = known.get();
    Optional<RememberToken> next = signIn.renew(presented, now);
    if (next.isEmpty()) {
      LOG.log(System.Logger.Level.WARNING, "A copy of a cookie ended sign-in {0}", signIn.getId());
      mails.signInStolen(signIn.getCustomer());
      return Optional.empty();
    }
    return Optional.of(new OpenedSignIn(signedIn(signIn), next));
  }

  private SignedIn signedIn(SignIn signIn) {
    Customer person = signIn.getCustomer();
    return new SignedIn(
        person.getId(),
        signIn.getId(),
        person.getName(),
        rule.groupOf(person.getRole(), signIn.isStrong()),
        signIn.isStrong());
  }

  /** The browsers with which a customer is signed in, at most 100, the one used last first. */
  public List<SignInView> list(long customer) {
    return signIns.list(customer, Instant.now()).stream().map(SignInView::of).toList();
  }

  /**
   * Signs out one browser of a customer.
   *
   * @throws UnknownEntryException when the customer is not signed in there
   */
  public void revoke(long customer, long signIn) {
    if (!signIns.revoke(customer, signIn)) {
      throw new UnknownEntryException();
    }
  }

  /** Signs out one browser; that it is signed out already is no fault. */
  public void end(@NotNull SignedIn person) {
    signIns.revoke(person.customer(), person.signIn());
  }

  /**
   * Signs out all browsers of a customer but this one.
   *
   * @return how many
   */
  public int revokeOthers(@NotNull SignedIn kept) {
    return signIns.revokeOthers(kept.customer(), kept.signIn());
  }

  /**
   * Throws away some of the sign-ins that ran out before this moment.
   *
   * @return how many; fewer than 500 when none is left
   */
  public int purge(@NotNull Instant limit) {
    return signIns.deleteOverSince(limit, PURGE_BATCH);
  }
}
