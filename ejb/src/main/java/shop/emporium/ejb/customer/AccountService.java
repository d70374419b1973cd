package shop.emporium.ejb.customer;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import shop.emporium.domain.customer.EmailAddress;
import shop.emporium.domain.customer.PasswordRules;
import shop.emporium.domain.customer.TokenPurpose;
import shop.emporium.domain.shared.Secret;

/**
 * Makes accounts, recognises their owners, and changes what they want changed. Pages and the REST
 * interface come through here.
 *
 * <p>Nobody learns here whether an address has an account: asked about one that has and one that
 * has not, each method does the same work and answers the same. What differs goes by mail, to the
 * address itself. Hashes are calculated outside of transactions, which {@link AccountStore} opens
 * for a moment each.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccountService {

  /** More characters than any address or password has; what is longer is not even looked at. */
  public static final int LONGEST_TYPED = 1000;

  @Inject private AccountStore accounts;
  @Inject private PasswordCheck check;
  @Inject private PasswordHashing hashing;
  @Inject private Throttle throttle;
  @Inject private MailThrottle mails;

  /**
   * Makes an account and sends the link that confirms its address. Where the address has an account
   * already, nothing is changed and its owner is told by a mail that says so.
   *
   * @throws UnfitPasswordException when the password cannot be taken
   * @throws TooManyAttemptsException when too much was asked for from this network, or for this
   *     address
   * @throws BusyException when too many passwords are being checked
   */
  public void register(@NotNull @Valid NewCustomer wanted, @NotNull Caller caller) {
    EmailAddress email = email(wanted.email());
    requireFit(wanted.password(), email);
    throttle.enter(ThrottleKind.REGISTER_NETWORK, NetworkAddress.networkOf(caller.address()));
    throttle.enter(ThrottleKind.MAIL_ADDRESS, email.key());
    accounts.register(wanted, email, hashing.hash(wanted.password()));
  }

  /**
   * Who has this address and this password.
   *
   * @return what was proved, by which a sign-in begins
   * @throws WrongCredentialsException when nobody has
   * @throws TooManyAttemptsException when it was tried too often, for this address or from this
   *     network
   * @throws BusyException when too many passwords are being checked
   */
  public StoredPassword authenticate(@NotNull @Valid Credentials typed, @NotNull Caller caller) {
    return check.recognise(typed, caller);
  }

  /**
   * What an account says of its owner.
   *
   * @throws UnknownEntryException when it has been erased meanwhile
   */
  public Profile profile(long customer) {
    return accounts.profile(customer);
  }

  /**
   * Takes another name, another language of mails, or both.
   *
   * @throws UnknownEntryException when the account has been erased meanwhile
   */
  public Profile changeProfile(long customer, @NotNull @Valid ProfileChange change) {
    return accounts.changeProfile(customer, change);
  }

  /**
   * Makes sure that somebody who is signed in knows the password, before something that cannot be
   * undone.
   *
   * @throws WrongPasswordException when it is another one
   * @throws TooManyAttemptsException when it was tried too often
   * @throws BusyException when too many passwords are being checked
   */
  public void requirePassword(
      long customer, @NotNull @Size(max = LONGEST_TYPED) String password, @NotNull Caller caller) {
    check.require(accounts.email(customer), password, caller);
  }

  /**
   * Takes another password, and signs out every other browser.
   *
   * @param present the password until now
   * @param wanted the password from now on
   * @throws WrongPasswordException when the present one is another
   * @throws UnfitPasswordException when the wanted one cannot be taken
   * @throws TooManyAttemptsException when it was tried too often
   * @throws BusyException when too many passwords are being checked
   */
  public void changePassword(
      @NotNull SignedIn person,
      @NotNull @Size(max = LONGEST_TYPED) String present,
      @NotNull @Size(max = LONGEST_TYPED) String wanted,
      @NotNull Caller caller) {
    EmailAddress email = accounts.email(person.customer());
    requireFit(wanted, email);
    check.require(email, present, caller);
    accounts.changePassword(person.customer(), hashing.hash(wanted), person.signIn());
  }

  /**
   * Sends a link to the address to which a customer wants to move. It stays the old one until the
   * link comes back ({@link #confirm}). Where the new one has an account, nothing is sent.
   *
   * @param password the customer's, so that a browser left alone cannot take the account away
   * @throws WrongPasswordException when it is another one
   * @throws TooManyAttemptsException when too much was asked for
   * @throws BusyException when too many passwords are being checked
   */
  public void requestMove(
      long customer,
      @NotNull @MailAddress String newEmail,
      @NotNull @Size(max = LONGEST_TYPED) String password,
      @NotNull Caller caller) {
    check.require(accounts.email(customer), password, caller);
    EmailAddress target = email(newEmail);
    mails.enter(target.key(), caller);
    accounts.sendMove(customer, target);
  }

  /**
   * Sends the link that confirms a customer's address once more, unless it is confirmed.
   *
   * @throws TooManyAttemptsException when it was asked for too often
   */
  public void requestConfirmation(long customer, @NotNull Caller caller) {
    mails.enter(accounts.email(customer).key(), caller);
    accounts.sendConfirmation(customer);
  }

  /**
   * Whether the link of a mail wants a password beside it: that of a new account does, unless its
   * customer is signed in. Somebody else may have registered the address, and then its owner shall
   * not confirm a password that is not his.
   *
   * @param link any text
   */
  public boolean isPasswordWanted(
      @NotNull @Size(max = LONGEST_TYPED) String link, @NotNull Optional<SignedIn> person) {
    return Secret.parse(link).flatMap(secret -> strangerTo(secret, person)).isPresent();
  }

  /** The address of a new account that a link confirms, unless it is that of who is signed in. */
  private Optional<EmailAddress> strangerTo(Secret link, Optional<SignedIn> person) {
    return accounts
        .ownerOf(link, TokenPurpose.CONFIRM)
        .filter(
            owner ->
                person
                    .map(SignedIn::customer)
                    .map(accounts::email)
                    .filter(owner::equals)
                    .isEmpty());
  }

  /**
   * Confirms an address, be it that of a new account or the one to which a customer moves. When it
   * moves, the address before gets a mail.
   *
   * @param link what stood in the mail
   * @param person who is signed in
   * @param password that of the account, see {@link #isPasswordWanted}; else whatever
   * @throws UnusableLinkException when it was used, ran out, or never was one
   * @throws WrongPasswordException when a password is wanted and it is another; the link stays good
   * @throws EmailTakenException when somebody else has registered the new address meanwhile
   * @throws TooManyAttemptsException when it was tried too often
   * @throws BusyException when too many passwords are being checked
   */
  public void confirm(
      @NotNull @Size(max = LONGEST_TYPED) String link,
      @NotNull Optional<SignedIn> person,
      @NotNull @Size(max = LONGEST_TYPED) String password,
      @NotNull Caller caller) {
    Secret secret = secret(link);
    strangerTo(secret, person).ifPresent(owner -> check.require(owner, password, caller));
    accounts.confirm(secret);
  }

  /**
   * Sends a link to choose another password, good for 30 minutes, if the address has an account.
   *
   * @param typed any text; what is no address has no account
   * @throws TooManyAttemptsException when it was asked for too often, with an account or without
   * @throws BusyException when too many passwords are being checked
   */
  public void forgetPassword(
      @NotNull @Size(max = LONGEST_TYPED) String typed, @NotNull Caller caller) {
    mails.enter(EmailAddress.parse(typed).map(EmailAddress::key).orElse(typed), caller);
    // Takes far longer, and varies by more, than what is done for a known address only.
    hashing.pretend(typed);
    EmailAddress.parse(typed).ifPresent(accounts::sendReset);
  }

  /**
   * Chooses another password by a link, and signs out every browser.
   *
   * @param link what stood in the mail
   * @throws UnusableLinkException when it was used, ran out, or never was one
   * @throws UnfitPasswordException when the password cannot be taken; the link stays good
   * @throws BusyException when too many passwords are being checked
   */
  public void resetPassword(
      @NotNull @Size(max = LONGEST_TYPED) String link,
      @NotNull @Size(max = LONGEST_TYPED) String wanted) {
    Secret secret = secret(link);
    EmailAddress email =
        accounts.ownerOf(secret, TokenPurpose.RESET).orElseThrow(UnusableLinkException::new);
    requireFit(wanted, email);
    accounts.reset(secret, hashing.hash(wanted));
    throttle.forget(ThrottleKind.SIGN_IN_ACCOUNT, email.key());
  }

  private static Secret secret(String link) {
    return Secret.parse(link).orElseThrow(UnusableLinkException::new);
  }

  /** An address whose form has been checked. */
  private static EmailAddress email(String text) {
    return EmailAddress.parse(text).orElseThrow();
  }

  private static void requireFit(String password, EmailAddress email) {
    PasswordRules.check(password, email)
        .ifPresent(
            fault -> {
              throw new UnfitPasswordException(fault);
            });
  }
}
